import type { SpecialistRef } from '../../kernel/id.ts';
import { type LocalTime, localClock } from '../model/local-clock.ts';
import { Settled } from '../model/settled.ts';
import type { Meeting, PlanProblem, VisitLimit } from '../problem.ts';

type AddFault = (code: string, params: Record<string, unknown>) => void;

/** Checks one person's visits day by day against limits and rest, without the sets that the engine makes of them. */
export function judgeSpacing(
  problem: PlanProblem,
): (specialistId: SpecialistRef, meetings: readonly Meeting[], fault: AddFault) => void {
  const { limits, rest, calendar } = problem.policy;
  const settled = new Settled(problem);
  const clock = localClock(calendar);
  // A window of only visits already made breaks no rule; once a visit ahead falls into it, all of them count.
  const areOver = (visits: readonly Visit[]): boolean => visits.every(({ meeting }) => settled.isOver(meeting));
  return (specialistId, meetings, fault) => {
    const visits = meetings
      .map((meeting): Visit => ({ meeting, at: clock(meeting.start) }))
      .sort((a, b) => a.meeting.start - b.meeting.start);
    for (const limit of limits) {
      if (limit.specialistIds !== null && !limit.specialistIds.includes(specialistId)) continue;
      const counted = visits.filter(({ at }) => limit.part === null || at.part === limit.part);
      const told = new Set<string>();
      for (const first of counted) {
        const window = windowFrom(limit, first, counted);
        if (window.length <= limit.most || areOver(window)) continue;
        const meetingIds = window.map(({ meeting }) => meeting.id);
        const key = meetingIds.join('\n');
        if (told.has(key)) continue;
        told.add(key);
        const { most, per } = limit;
        fault('above_visit_limit', { specialistId, visits: window.length, limit: most, per, meetingIds });
      }
    }
    visits.forEach((first, i) => {
      for (const second of visits.slice(i + 1)) {
        const days = second.at.day - first.at.day;
        if (days === 0 || areOver([first, second])) continue;
        const evenings = first.at.part === 'evening' && second.at.part === 'evening';
        const enough =
          days > rest.daysBetween &&
          (!evenings || days > rest.eveningsBetween) &&
          second.meeting.start - first.meeting.end >= rest.overnightMinutes;
        if (!enough) fault('too_little_rest', { specialistId, meetingIds: [first.meeting.id, second.meeting.id] });
      }
    });
  };
}

interface Visit {
  readonly meeting: Meeting;
  readonly at: LocalTime;
}

/** The visits in the window that begins with the first one. */
function windowFrom(
  { per, days, from, to, meetingIds = [] }: VisitLimit,
  first: Visit,
  visits: readonly Visit[],
): Visit[] {
  const monday = ({ at }: Visit): number => at.day - at.weekday;
  const isCounted = (visit: Visit): boolean => {
    switch (per) {
      case 'day':
        return visit.at.day === first.at.day;
      case 'week':
        return monday(visit) === monday(first);
      case 'days':
        return visit.at.day >= first.at.day && visit.at.day < first.at.day + (days ?? 1);
      case 'interval':
        return visit.meeting.start >= (from ?? 0) && visit.meeting.start < (to ?? Infinity);
      case 'meetings':
        return meetingIds.includes(visit.meeting.id);
      case 'month':
        return true;
    }
  };
  return visits.filter(isCounted);
}
