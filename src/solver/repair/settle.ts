import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import type { Meeting, PlanProblem } from '../problem.ts';
import type { KnownPlan, MonthEvent } from './month-event.ts';

/**
 * The month after its events with everything that began before now unchanged: visits that were made stay and count,
 * visits that an event contradicts were not made, and nobody else is sent. Rules on meetings that are over no longer
 * matter.
 * @param now minutes since 1970-01-01T00:00Z.
 */
export function settle(after: PlanProblem, events: readonly MonthEvent[], now: number): PlanProblem {
  const { published, meetings, specialists } = after;
  if (published === null) return after;
  const over = new Map(meetings.flatMap((meeting) => (meeting.start < now ? [[meeting.id, meeting] as const] : [])));
  if (over.size === 0) return after;
  const wasMade = madeBy(events, over);
  const assignments = published.assignments.filter((pair) => !over.has(pair.meetingId) || wasMade(pair));
  const made = assignments.filter(({ meetingId }) => over.has(meetingId));
  const departmentOf = new Map(specialists.map(({ id, departmentId }) => [id, departmentId]));
  const [byPerson, byMeeting, byDepartment] = [
    countedBy(made, ({ specialistId }) => specialistId),
    countedBy(made, ({ meetingId }) => meetingId),
    countedBy(made, ({ specialistId }) => departmentOf.get(specialistId) ?? ''),
  ];
  const gone = new Set(events.flatMap((event) => (event.kind === 'left' ? [event.specialistId] : [])));
  return {
    ...after,
    meetings: meetings.map((meeting) =>
      over.has(meeting.id) ? asItWas(meeting, byMeeting.get(meeting.id) ?? 0) : meeting,
    ),
    specialists: specialists.map((one) => {
      const visits = byPerson.get(one.id) ?? 0;
      const minVisits = gone.has(one.id) ? Math.min(one.minVisits, visits) : one.minVisits;
      return { ...one, minVisits, maxVisits: gone.has(one.id) ? visits : Math.max(one.maxVisits, visits) };
    }),
    departments: after.departments.map((one) => ({
      ...one,
      maxVisits: one.maxVisits === null ? null : Math.max(one.maxVisits, byDepartment.get(one.id) ?? 0),
    })),
    pins: after.pins.filter(({ meetingId }) => !over.has(meetingId)),
    published: {
      ...published,
      assignments,
      changedMeetingIds: published.changedMeetingIds.filter((id) => !over.has(id)),
      settledBefore: now,
    },
  };
}

/**
 * People who leave after they have made visits are turned into people on leave from now on, so that what they did still
 * counts.
 */
export function withLeavers(
  problem: PlanProblem,
  known: KnownPlan,
  events: readonly MonthEvent[],
  now: number,
): MonthEvent[] {
  const over = new Map(problem.meetings.flatMap((one) => (one.start < now ? [[one.id, one] as const] : [])));
  const cancelled = new Set(events.flatMap((event) => (event.kind === 'cancelled' ? [event.meetingId] : [])));
  const wasMade = madeBy(events, over);
  const people = new Set(
    known.assignments
      .filter((pair) => over.has(pair.meetingId) && !cancelled.has(pair.meetingId) && wasMade(pair))
      .map(({ specialistId }) => specialistId),
  );
  const end = problem.meetings.reduce((last, meeting) => Math.max(last, meeting.end), now + 1);
  return events.map((event) =>
    event.kind === 'left' && people.has(event.specialistId)
      ? { kind: 'leave', specialistId: event.specialistId, from: now, to: end }
      : event,
  );
}

/** Whether a visit to a meeting that is over was made, as far as the events say. */
function madeBy(events: readonly MonthEvent[], over: ReadonlyMap<string, Meeting>): (pair: PairOfIds) => boolean {
  const declined = new Set(events.flatMap((event) => (event.kind === 'declined' ? [pairKey(event)] : [])));
  const leaves = events.flatMap((event) => (event.kind === 'leave' ? [event] : []));
  return (pair) => {
    const meeting = over.get(pair.meetingId);
    if (meeting === undefined || declined.has(pairKey(pair))) return false;
    return !leaves.some(
      ({ specialistId, from, to }) => specialistId === pair.specialistId && from < meeting.end && meeting.start < to,
    );
  };
}

/** A meeting that has taken place, with exactly the observers who were there. */
function asItWas(meeting: Meeting, visits: number): Meeting {
  return {
    ...meeting,
    minObservers: visits,
    maxObservers: visits,
    mandatory: false,
    team: { differentDepartments: false, lead: false },
    departmentIds: null,
  };
}

function countedBy(pairs: readonly PairOfIds[], keyOf: (pair: PairOfIds) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(keyOf(pair), (counts.get(keyOf(pair)) ?? 0) + 1);
  return counts;
}
