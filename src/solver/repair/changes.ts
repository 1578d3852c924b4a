import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import type { Plan } from '../plan.ts';
import { incompatibility } from '../model/cannot-attend-both.ts';
import { ineligibilities } from '../model/pair-evaluator.ts';
import type { PlanProblem } from '../problem.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import type { KnownAssignment, KnownPlan, MonthEvent } from './month-event.ts';

/** One row of the table of changes. */
export interface Change {
  readonly kind: 'dropped' | 'added';
  readonly specialistId: SpecialistRef;
  readonly meetingId: MeetingRef;
  readonly because: Cause;
}

export type Cause =
  /** For a visit that is dropped: */
  | { readonly kind: 'declined' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'left' }
  | { readonly kind: 'cancelled' }
  /** The meeting has moved to an hour at which this person cannot come, or is not needed. */
  | { readonly kind: 'moved' }
  /** The same person goes there instead. */
  | { readonly kind: 'needed_elsewhere'; readonly meetingIds: readonly MeetingRef[] }
  /** These people go instead; otherwise they would fall short of their minimum. */
  | { readonly kind: 'minimum_of'; readonly specialistIds: readonly SpecialistRef[] }
  /** Another person goes, because that keeps rules and loads. */
  | { readonly kind: 'rearranged' }
  /** For a visit that is new: it replaces those of these people. */
  | { readonly kind: 'replaces'; readonly specialistIds: readonly SpecialistRef[] }
  /** The seat was empty before, or belongs to a new meeting. */
  | { readonly kind: 'fills_seat' };

/**
 * Every difference between the known plan and the repaired one, in the order of meetings, each with its cause; empty
 * where there is no plan.
 */
export function changesBetween(
  before: PlanProblem,
  known: KnownPlan,
  events: readonly MonthEvent[],
  after: PlanProblem,
  { status, assignments }: Pick<Plan, 'status'> & { readonly assignments: readonly PairOfIds[] },
): Change[] {
  if (status === 'infeasible' || status === 'unknown') return [];
  const old = new Set(known.assignments.map(pairKey));
  const kept = new Set(assignments.map(pairKey));
  const dropped = known.assignments.filter((pair) => !kept.has(pairKey(pair)));
  const added = assignments.filter((pair) => !old.has(pairKey(pair)));
  const changes: Change[] = [
    ...dropped.map((pair): Change => ({
      kind: 'dropped',
      specialistId: pair.specialistId,
      meetingId: pair.meetingId,
      because: whyDropped(pair, events, after, assignments, added),
    })),
    ...added.map(({ specialistId, meetingId }): Change => {
      const replaced = dropped.filter((pair) => pair.meetingId === meetingId).map((pair) => pair.specialistId);
      const because: Cause =
        replaced.length > 0 ? { kind: 'replaces', specialistIds: replaced } : { kind: 'fills_seat' };
      return { kind: 'added', specialistId, meetingId, because };
    }),
  ];
  const startOf = new Map([...before.meetings, ...after.meetings].map(({ id, start }) => [id, start]));
  return changes.sort(
    (a, b) =>
      (startOf.get(a.meetingId) ?? 0) - (startOf.get(b.meetingId) ?? 0) ||
      compare(a.meetingId, b.meetingId) ||
      compare(b.kind, a.kind) ||
      compare(a.specialistId, b.specialistId),
  );
}

function whyDropped(
  pair: KnownAssignment,
  events: readonly MonthEvent[],
  after: PlanProblem,
  assignments: readonly PairOfIds[],
  added: readonly PairOfIds[],
): Cause {
  for (const event of events) {
    const samePerson = 'specialistId' in event && event.specialistId === pair.specialistId;
    const sameMeeting = 'meetingId' in event && event.meetingId === pair.meetingId;
    if (event.kind === 'declined' && samePerson && sameMeeting) return { kind: 'declined' };
    if (event.kind === 'left' && samePerson) return { kind: 'left' };
    if (event.kind === 'cancelled' && sameMeeting) return { kind: 'cancelled' };
    if (event.kind === 'moved' && sameMeeting) return { kind: 'moved' };
  }
  const specialist = after.specialists.find(({ id }) => id === pair.specialistId);
  const meeting = after.meetings.find(({ id }) => id === pair.meetingId);
  if (specialist === undefined || meeting === undefined) return { kind: 'rearranged' };
  const isAway = events.some(
    (event) =>
      event.kind === 'leave' &&
      event.specialistId === specialist.id &&
      event.from < meeting.end &&
      meeting.start < event.to,
  );
  if (isAway || (after.pairs === null && ineligibilities(specialist, meeting, after.policy).includes('leave'))) {
    return { kind: 'leave' };
  }
  const clashes = incompatibility(after);
  const own = added.filter(({ specialistId }) => specialistId === pair.specialistId).map(({ meetingId }) => meetingId);
  const instead = own.filter((id) => {
    const other = after.meetings.find((one) => one.id === id);
    return other !== undefined && clashes(other, meeting);
  });
  if (instead.length > 0) return { kind: 'needed_elsewhere', meetingIds: instead };
  const visitsOf = (id: string): number => assignments.filter((one) => one.specialistId === id).length;
  // The person's other visit at a new hour is the cause only where no further visit is possible.
  if (own.length > 0 && visitsOf(specialist.id) >= specialist.maxVisits) {
    return { kind: 'needed_elsewhere', meetingIds: own };
  }
  const specialistIds = added
    .filter(({ meetingId }) => meetingId === pair.meetingId)
    .map(({ specialistId }) => specialistId)
    .filter((id) => {
      const least = after.specialists.find((one) => one.id === id)?.minVisits ?? 0;
      return least > 0 && visitsOf(id) <= least;
    });
  return specialistIds.length > 0 ? { kind: 'minimum_of', specialistIds } : { kind: 'rearranged' };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
