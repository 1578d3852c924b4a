import { addDays } from '../../kernel/month.ts';
import type { MonthScreen } from './month-screen-read-model.ts';
import { currentAssignments } from './current-assignments.ts';
import { type MonthQuery, filtersOf, matches } from './build-month-page.ts';
import type { PeoplePage, PersonLoad } from './people.view.ts';

export function buildPeoplePage(screen: MonthScreen, query: MonthQuery): PeoplePage {
  const assignments = currentAssignments(screen);
  const loads = screen.people.map((person): PersonLoad => {
    const asked = screen.plan?.problem.specialists.find(({ id }) => id === person.id);
    const meetings = assignments.meetingsOf.get(person.id) ?? [];
    return {
      specialistId: person.id,
      name: person.name,
      department: person.department,
      fields: Object.keys(person.fields).map((code) => screen.fieldNames.get(code) ?? code),
      visits: meetings.length,
      target: (asked?.target ?? 0) / 100,
      min: asked?.minVisits ?? 0,
      max: asked?.maxVisits ?? 0,
      balance: (asked?.balance ?? 0) / 100,
      away: person.absences.map(({ from, before, kind }) => ({ from, to: addDays(before, -1), reason: kind })),
      meetings: meetings.map((meeting) => ({
        meetingId: meeting.id,
        day: meeting.day,
        from: meeting.from,
        branch: meeting.branch,
        state: screen.visits.get(`${meeting.id}/${person.id}`)?.state ?? null,
      })),
    };
  });
  const visits = loads.map((load) => load.visits);
  const shown = new Set(screen.people.filter((person) => matches(person, assignments, query)).map(({ id }) => id));
  return {
    monthProgress: screen.monthProgress,
    filters: filtersOf(screen, query),
    summary: {
      people: loads.length,
      visits: visits.reduce((sum, count) => sum + count, 0),
      average: visits.reduce((sum, count) => sum + count, 0) / Math.max(1, loads.length),
      least: visits.length > 0 ? Math.min(...visits) : 0,
      most: visits.length > 0 ? Math.max(...visits) : 0,
      above: loads.filter((load) => load.visits > load.target).length,
      below: loads.filter((load) => load.visits < load.target).length,
      away: loads.filter(({ away }) => away.length > 0).length,
    },
    people: loads.filter(({ specialistId }) => shown.has(specialistId)),
  };
}
