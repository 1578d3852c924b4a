import { DomainError, type Fault } from '../../kernel/domain-error.ts';
import type { Meeting, PlanProblem, PublishedAssignment, Specialist, Tier } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import type { KnownPlan, MonthEvent } from './month-event.ts';

/** What a change costs; the same for taking a visit back and for a new one, so that the fewest changes win. */
const PRICE_OF_CHANGE = 1;

/**
 * The month as it stands after the events, with the known plan as published: to be solved with changes priced above
 * fairness.
 * @throws DomainError `input.invalid` with pointers into the events that speak of what is not there.
 */
export function afterEvents(problem: PlanProblem, known: KnownPlan, events: readonly MonthEvent[]): PlanProblem {
  refuseUnknown(problem, events);
  const cancelled = idsOf(events, 'cancelled');
  const moved = new Map(events.flatMap((event) => (event.kind === 'moved' ? [[event.meetingId, event] as const] : [])));
  const left = new Set(events.flatMap((event) => (event.kind === 'left' ? [event.specialistId] : [])));
  const declined = events.flatMap((event) => (event.kind === 'declined' ? [event] : []));
  const isGone = ({ specialistId, meetingId }: { specialistId: string; meetingId: string }): boolean =>
    left.has(specialistId) || cancelled.has(meetingId);
  const refused = new Set(declined.map(pairKey));
  const pins = problem.pins.filter((pin) => !isGone(pin) && !refused.has(pairKey(pin)));
  return readProblem({
    ...problem,
    specialists: [
      ...problem.specialists.filter(({ id }) => !left.has(id)).map((specialist) => withLeave(specialist, events)),
      ...events.flatMap((event) => (event.kind === 'joined' ? [event.specialist] : [])),
    ],
    meetings: [
      ...problem.meetings
        .filter(({ id }) => !cancelled.has(id))
        .map((meeting): Meeting => {
          const to = moved.get(meeting.id);
          return to === undefined ? meeting : { ...meeting, start: to.start, end: to.end };
        }),
      ...events.flatMap((event) => (event.kind === 'called' ? [event.meeting] : [])),
    ],
    pairs: problem.pairs?.filter((pair) => !isGone(pair)) ?? null,
    conflicts:
      problem.conflicts?.map(({ meetingIds }) => ({ meetingIds: meetingIds.filter((id) => !cancelled.has(id)) })) ??
      null,
    pins: [
      ...pins,
      ...declined
        .filter((pair) => !isGone(pair))
        .map(({ specialistId, meetingId }) => ({ specialistId, meetingId, kind: 'must_not' as const })),
    ],
    published: {
      assignments: known.assignments
        .filter((assignment) => !isGone(assignment))
        .map(({ specialistId, meetingId, accepted }): PublishedAssignment => ({
          specialistId,
          meetingId,
          accepted: accepted === true,
          price: PRICE_OF_CHANGE,
        })),
      priceOfNew: PRICE_OF_CHANGE,
      changedMeetingIds: [...moved.keys()].filter((id) => !cancelled.has(id)),
    },
    policy: { ...problem.policy, tiers: stabilityAboveFairness(problem.policy.tiers) },
  });
}

export function pairKey({ specialistId, meetingId }: { specialistId: string; meetingId: string }): string {
  return JSON.stringify([specialistId, meetingId]);
}

function stabilityAboveFairness(tiers: readonly Tier[]): Tier[] {
  const others = tiers.filter((tier) => tier !== 'stability');
  const at = others.indexOf('fairness');
  return [...others.slice(0, at), 'stability', ...others.slice(at)];
}

function withLeave(specialist: Specialist, events: readonly MonthEvent[]): Specialist {
  const leave = events.flatMap((event) =>
    event.kind === 'leave' && event.specialistId === specialist.id ? [{ from: event.from, to: event.to }] : [],
  );
  return leave.length === 0 ? specialist : { ...specialist, unavailable: [...specialist.unavailable, ...leave] };
}

function idsOf(events: readonly MonthEvent[], kind: 'cancelled'): Set<string> {
  return new Set(events.flatMap((event) => (event.kind === kind ? [event.meetingId] : [])));
}

function refuseUnknown(problem: PlanProblem, events: readonly MonthEvent[]): void {
  const specialists = new Set(problem.specialists.map(({ id }) => id));
  const meetings = new Set(problem.meetings.map(({ id }) => id));
  const faults: Fault[] = [];
  events.forEach((event, i) => {
    const refer = (name: string, id: string, among: ReadonlySet<string>): void => {
      if (!among.has(id)) faults.push({ pointer: `/${i}/${name}`, code: 'problem.unknown_id', params: { id } });
    };
    if ('specialistId' in event) refer('specialistId', event.specialistId, specialists);
    if ('meetingId' in event) refer('meetingId', event.meetingId, meetings);
    const [from, to] =
      event.kind === 'leave' ? [event.from, event.to] : event.kind === 'moved' ? [event.start, event.end] : [0, 1];
    if (to <= from) {
      const name = event.kind === 'leave' ? 'to' : 'end';
      faults.push({ pointer: `/${i}/${name}`, code: 'problem.ends_before_start', params: { from, to } });
    }
  });
  if (faults.length > 0) throw new DomainError('input.invalid', { count: faults.length }, faults);
}
