import { DomainError, type Fault, isDomainError } from '../../kernel/domain-error.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import type { Meeting, PlanProblem, PublishedAssignment, Specialist, Tier } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { onlyBroken } from './only-broken.ts';
import type { KnownPlan, MonthEvent } from './month-event.ts';
import { settle, withLeavers } from './settle.ts';

export interface AfterOptions {
  /**
   * Minutes since 1970-01-01T00:00Z: meetings that began before stay as they were (see `settle`). Left out: the whole
   * month lies ahead.
   */
  readonly now?: number | null | undefined;
  /** Also fill seats that were empty in the known plan, at the price of more changes. */
  readonly improves?: boolean | undefined;
  /** Meetings that want one person more than in the known plan, although nothing has happened to them. */
  readonly short?: readonly string[] | undefined;
}

/** The price of one change; the same for taking a visit back and for adding one, so that the fewest changes win. */
const PRICE_OF_CHANGE = 1;

/**
 * The month as it is after the events, with the known plan as published; to be solved with changes priced above
 * fairness.
 * @throws DomainError `input.invalid` with pointers into the events that refer to something unknown.
 */
export function afterEvents(
  problem: PlanProblem,
  known: KnownPlan,
  given: readonly MonthEvent[],
  { now = null, improves = false, short = [] }: AfterOptions = {},
): PlanProblem {
  refuseUnknown(problem, given);
  const events = now === null ? given : withLeavers(problem, known, given, now);
  const cancelled = idsOf(events, 'cancelled');
  const moved = new Map(events.flatMap((event) => (event.kind === 'moved' ? [[event.meetingId, event] as const] : [])));
  const left = new Set(events.flatMap((event) => (event.kind === 'left' ? [event.specialistId] : [])));
  const declined = events.flatMap((event) => (event.kind === 'declined' ? [event] : []));
  const isGone = ({ specialistId, meetingId }: PairOfIds): boolean =>
    left.has(specialistId) || cancelled.has(meetingId);
  const refused = new Set(declined.map(pairKey));
  const specialists = [...problem.specialists, ...joinedIn(events)]
    .filter(({ id }) => !left.has(id))
    .map((specialist) => withLeave(specialist, events));
  const meetings = [...problem.meetings, ...calledIn(events)]
    .filter(({ id }) => !cancelled.has(id))
    .map((meeting): Meeting => {
      const to = moved.get(meeting.id);
      return to === undefined ? meeting : { ...meeting, start: to.start, end: to.end };
    });
  const isAway = awayBy(events, meetings);
  const declines = [...new Map(declined.map((pair) => [pairKey(pair), pair])).values()];
  const pins = problem.pins.filter(
    (pin) => !isGone(pin) && !refused.has(pairKey(pin)) && !(pin.kind === 'must' && isAway(pin)),
  );
  const after = {
    ...problem,
    specialists,
    meetings,
    // Explicit pairs do not depend on hours, so pairs that fall into somebody's leave are removed from them.
    pairs: problem.pairs?.filter((pair) => !isGone(pair) && !isAway(pair)) ?? null,
    conflicts:
      problem.conflicts
        ?.map(({ meetingIds }) => ({ meetingIds: meetingIds.filter((id) => !cancelled.has(id)) }))
        .filter(({ meetingIds }) => meetingIds.length > 1) ?? null,
    pins: [
      ...pins,
      ...declines
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
    policy: {
      ...problem.policy,
      tiers: stabilityFirst(problem.policy.tiers),
      limits: problem.policy.limits.map(({ meetingIds, ...limit }) => ({
        ...limit,
        ...(meetingIds && { meetingIds: meetingIds.filter((id) => !cancelled.has(id)) }),
      })),
    },
  };
  try {
    const wanted = improves ? after : onlyBroken(after, known, events, short);
    return readProblem(now === null ? wanted : settle(wanted, given, now));
  } catch (error) {
    throw isDomainError(error) ? pointingIntoEvents(error, events, after) : error;
  }
}

const joinedIn = (events: readonly MonthEvent[]): Specialist[] =>
  events.flatMap((event) => (event.kind === 'joined' ? [event.specialist] : []));
const calledIn = (events: readonly MonthEvent[]): Meeting[] =>
  events.flatMap((event) => (event.kind === 'called' ? [event.meeting] : []));

/** Whether a leave among the events covers the meeting; it releases the person from pins and acceptances. */
function awayBy(events: readonly MonthEvent[], meetings: readonly Meeting[]): (pair: PairOfIds) => boolean {
  const leaves = events.flatMap((event) => (event.kind === 'leave' ? [event] : []));
  const meetingAt = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  return ({ specialistId, meetingId }) => {
    const meeting = meetingAt.get(meetingId);
    return (
      meeting !== undefined &&
      leaves.some(
        (leave) => leave.specialistId === specialistId && leave.from < meeting.end && meeting.start < leave.to,
      )
    );
  };
}

/** The problem had no faults before the events, so each fault now comes from a person or a meeting of an event. */
function pointingIntoEvents(
  { code, params, faults }: DomainError,
  events: readonly MonthEvent[],
  after: Pick<PlanProblem, 'specialists' | 'meetings'>,
): DomainError {
  const placeOf = (pointer: string): string => {
    const [, list = '', index = '', rest = ''] = /^\/(specialists|meetings)\/(\d+)(.*)$/.exec(pointer) ?? [];
    const added = list === '' ? undefined : after[list as 'specialists' | 'meetings'][Number(index)];
    const at = events.findLastIndex(
      (event) =>
        (event.kind === 'joined' && list === 'specialists' && event.specialist.id === added?.id) ||
        (event.kind === 'called' && list === 'meetings' && event.meeting.id === added?.id),
    );
    return at < 0 ? pointer : `/${at}/${list === 'specialists' ? 'specialist' : 'meeting'}${rest}`;
  };
  return new DomainError(
    code,
    params,
    faults.map((fault) => ({ ...fault, pointer: placeOf(fault.pointer) })),
  );
}

/** Above the fit as well where a policy has that before fairness: who knows of a visit keeps it. */
function stabilityFirst(tiers: readonly Tier[]): Tier[] {
  const others = tiers.filter((tier) => tier !== 'stability');
  const at = Math.min(others.indexOf('fairness'), others.indexOf('quality'));
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
  const specialists = new Set([...problem.specialists, ...joinedIn(events)].map(({ id }) => id));
  const meetings = new Set([...problem.meetings, ...calledIn(events)].map(({ id }) => id));
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
