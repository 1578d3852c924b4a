import type { MeetingId, MeetingRef, SpecialistRef, VisitId } from '../../../kernel/id.ts';
import {
  HandMonth,
  type KnownPlan,
  type MonthEvent,
  OVERRULABLE,
  type Pin,
  type PlanProblem,
  withOverruled,
} from '../../../solver/index.ts';
import { dayIn } from '../../../kernel/month.ts';
import { holdsSeat, takesPlace } from '../../visits/index.ts';
import { type Duty, dutyKey } from './plan-decision.ts';
import type { PublishedMonth, PublishedVisit } from './published-month.ts';

const MINUTE_MS = 60_000;

/** A seat of a meeting that somebody else should take, or that nobody has taken yet. */
export interface BrokenSeat {
  readonly meetingId: MeetingId;
  /** The visit of whoever does not go, or should not; null for a seat that is empty. */
  readonly visitId: VisitId | null;
}

/** What the engine is asked about a broken seat. */
export interface AskedRepair {
  readonly problem: PlanProblem;
  readonly known: KnownPlan;
  readonly events: readonly MonthEvent[];
  readonly short: readonly MeetingId[];
}

/**
 * The published month as the engine is to see it, with one person wanted at the broken seat. What the board has decided
 * for a reason stays allowed, and nobody is asked for more visits than they have. Other visits that something stands
 * against are left out: each is a break of its own.
 */
export function askedRepair(
  { problem, visits }: Pick<PublishedMonth, 'problem' | 'visits'>,
  seat: BrokenSeat,
): AskedRepair {
  const isKnown = knownIn(problem);
  const going = visits.filter((visit) => takesPlace(visit.state) && isKnown(visit) && visit.id !== seat.visitId);
  const month = asDecided(problem, going);
  const standing = withoutBroken(month, going);
  const left = visits.filter((visit) => isKnown(visit) && (visit.id === seat.visitId || !holdsSeat(visit.state)));
  const off = leftForGood(left, going);
  return {
    problem: { ...month, pins: [...month.pins, ...nowhereElseThen(month, off, seat.visitId, standing)] },
    known: {
      assignments: standing.map(({ specialistId, meetingId, isAccepted }) => ({
        specialistId,
        meetingId,
        accepted: isAccepted,
      })),
    },
    // Who has declined once, or was taken off, is not sent there again.
    events: off.map(({ specialistId, meetingId }) => ({ kind: 'declined', specialistId, meetingId })),
    short: [seat.meetingId],
  };
}

/** Of visits that people have left, those of whoever was not sent to the same meeting again. */
export function leftForGood(left: readonly PublishedVisit[], going: readonly Duty[]): PublishedVisit[] {
  const goes = new Set(going.map(dutyKey));
  return left.filter((visit) => !goes.has(dutyKey(visit)));
}

/**
 * Whoever has declined, be it because they are ill, is given nobody else's visit on that day, and whoever is to be
 * replaced none at that time. Taking somebody off does not say that they cannot come.
 */
export function nowhereElseThen(
  { meetings, policy }: PlanProblem,
  off: readonly PublishedVisit[],
  visitId: VisitId | null,
  standing: readonly Duty[],
): Pin[] {
  const goes = new Set(standing.map(({ specialistId, meetingId }) => `${meetingId}/${specialistId}`));
  const dayOf = ({ start }: { readonly start: number }) => dayIn(policy.calendar.timeZone, new Date(start * MINUTE_MS));
  const pins = off
    .filter(({ id, state }) => id === visitId || state === 'declined')
    .flatMap(({ specialistId, meetingId, state }) => {
      const left = meetings.find(({ id }) => id === meetingId);
      if (!left) return [];
      const cannotCome = (meeting: (typeof meetings)[number]) =>
        (meeting.start < left.end && left.start < meeting.end) ||
        (state === 'declined' && dayOf(meeting) === dayOf(left));
      return meetings
        .filter(
          (meeting) => meeting.id !== meetingId && cannotCome(meeting) && !goes.has(`${meeting.id}/${specialistId}`),
        )
        .map(({ id }): Pin => ({ specialistId, meetingId: id, kind: 'must_not' }));
    });
  return [...new Map(pins.map((pin) => [`${pin.meetingId}/${pin.specialistId}`, pin])).values()];
}

/** Whether a duty is of a person and a meeting that the month still has. */
export function knownIn({ specialists, meetings }: PlanProblem): (duty: Duty) => boolean {
  const [people, places] = [new Set(specialists.map(({ id }) => id)), new Set(meetings.map(({ id }) => id))];
  return ({ specialistId, meetingId }) => people.has(specialistId) && places.has(meetingId);
}

/** The limits and rules that these visits go beyond give way to them, and minima to what people have. */
export function asDecided(problem: PlanProblem, going: readonly Duty[]): PlanProblem {
  const pinned = (kind: Pin['kind']): Pin[] =>
    going.map(({ specialistId, meetingId }) => ({ specialistId, meetingId, kind, overrules: OVERRULABLE }));
  const visitsOf = countedBy(going.map(({ specialistId }) => specialistId));
  const departmentOf = new Map(problem.specialists.map(({ id, departmentId }) => [id, departmentId]));
  const sentBy = countedBy(going.map(({ specialistId }) => departmentOf.get(specialistId) ?? ''));
  const lowered = [
    ...problem.specialists.map(({ id }) => ({ kind: 'specialist' as const, id, visits: visitsOf(id) })),
    ...problem.departments.map(({ id }) => ({ kind: 'department' as const, id, visits: sentBy(id) })),
  ];
  const month = withOverruled({ ...problem, pins: pinned('must') }, going, lowered);
  return { ...month, pins: pinned('may') };
}

/** Without visits that leave, a conflict of interest or the way between two meetings rules out by now. */
export function withoutBroken(month: PlanProblem, going: readonly PublishedVisit[]): PublishedVisit[] {
  const broken = new Set<string>();
  for (const { code, params = {} } of new HandMonth(month).faultsOf(going)) {
    const { specialistId, meetingId, meetingIds } = params as {
      readonly specialistId?: SpecialistRef;
      readonly meetingId?: MeetingRef;
      readonly meetingIds?: readonly MeetingRef[];
    };
    if (code === 'verify.ineligible') broken.add(`${meetingId}/${specialistId}`);
    if (code === 'verify.cannot_attend_both') broken.add(`${meetingIds?.at(-1)}/${specialistId}`);
  }
  return going.filter(({ meetingId, specialistId }) => !broken.has(`${meetingId}/${specialistId}`));
}

function countedBy(keys: readonly string[]): (key: string) => number {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return (key) => counts.get(key) ?? 0;
}
