import type { Day } from '../../kernel/month.ts';
import { type CurrentAssignments, spanOf } from './current-assignments.ts';
import type { ScreenMeeting } from './month-screen-read-model.ts';
import type { AgendaDay, AgendaMeeting } from './month.view.ts';

/** Meetings with who goes there, day after day; days without any are left out. */
export function agendaDays(
  meetings: readonly ScreenMeeting[],
  assignments: Pick<CurrentAssignments, 'peopleOf' | 'standings'>,
): AgendaDay[] {
  const days = new Map<Day, AgendaMeeting[]>();
  for (const meeting of meetings) {
    days.set(meeting.day, [...(days.get(meeting.day) ?? []), agendaMeeting(meeting, assignments)]);
  }
  return Array.from(days, ([day, own]) => ({ day, meetings: own })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

function agendaMeeting(
  meeting: ScreenMeeting,
  { peopleOf, standings }: Pick<CurrentAssignments, 'peopleOf' | 'standings'>,
): AgendaMeeting {
  const standing = standings.get(meeting.id);
  return {
    meetingId: meeting.id,
    ...spanOf(meeting),
    branch: meeting.branch,
    place: meeting.place,
    kind: meeting.kind,
    people: (peopleOf.get(meeting.id) ?? []).map(({ name, department }) => ({ name, department })),
    state: standing?.state ?? 'unplanned',
    reason: standing?.state === 'unplanned' ? null : (standing?.reason ?? null),
  };
}
