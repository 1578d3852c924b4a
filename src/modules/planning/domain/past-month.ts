import { type Day, dayIn, instantOf, timeIn } from '../../../kernel/month.ts';
import type { BranchRef, SpecialistRef } from '../../../kernel/id.ts';
import type { HistoryMonth } from '../../../solver/index.ts';
import { buildProblem } from './build-problem.ts';
import type { MeetingFacts, MonthFacts } from './month-facts.ts';
import type { PlanningPolicy } from './planning-policy.ts';

/** A visit as stored in the directory; for months before the service only branch and day are known. */
export interface PastVisit {
  readonly specialistId: SpecialistRef;
  readonly branchId: BranchRef;
  readonly heldOn: Day;
}

/**
 * A past month for a back-test: what could have been planned, and the visits made. A meeting that was visited is placed
 * on the day of the visit, whatever today's rule says.
 */
export function pastMonth(facts: MonthFacts, visits: readonly PastVisit[], policy: PlanningPolicy): HistoryMonth {
  const people = new Set(facts.specialists.map(({ id }) => id));
  const meetings = new Map(facts.meetings.map((meeting) => [meeting.id, meeting]));
  const visited = new Map<string, Set<string>>();
  for (const { specialistId, branchId, heldOn } of visits) {
    const own = [...meetings.values()].filter((meeting) => meeting.branchId === branchId);
    const meeting =
      own.find(({ startsAt }) => dayIn(facts.zone, startsAt) === heldOn) ??
      own.find(({ id }) => !visited.has(id)) ??
      own[0];
    if (!meeting || !people.has(specialistId)) continue;
    const visitors = visited.get(meeting.id);
    if (visitors) visitors.add(specialistId);
    else {
      visited.set(meeting.id, new Set([specialistId]));
      meetings.set(meeting.id, heldOnDay(meeting, heldOn, facts.zone));
    }
  }
  return {
    name: facts.month,
    problem: buildProblem({ ...facts, meetings: [...meetings.values()] }, policy),
    visits: [...visited].flatMap(([meetingId, specialistIds]) =>
      [...specialistIds].map((specialistId) => ({ specialistId, meetingId })),
    ),
  };
}

function heldOnDay(meeting: MeetingFacts, day: Day, zone: string): MeetingFacts {
  const startsAt = instantOf(day, timeIn(zone, meeting.startsAt), zone);
  const lasts = meeting.endsAt.getTime() - meeting.startsAt.getTime();
  return { ...meeting, startsAt, endsAt: new Date(startsAt.getTime() + lasts) };
}
