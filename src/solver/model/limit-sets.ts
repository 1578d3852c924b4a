import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { PlanProblem, VisitLimit } from '../problem.ts';
import { limitWindows } from './limit-windows.ts';
import { localClock } from './local-clock.ts';
import { Settled } from './settled.ts';
import { isSingle } from './spacing.ts';

/** Of these meetings each of these people attends so many at most. */
export interface LimitSet {
  readonly limit: VisitLimit;
  readonly most: number;
  /** Positions, rising. */
  readonly meetings: readonly number[];
  /** 1 where it holds for the specialist at that position; null: for everybody. */
  readonly people: Uint8Array | null;
}

/**
 * What the policy's limits come to in this month, other than single visits (see `spacingRules`); sets that no month can
 * overfill are left out. The order follows from the problem alone.
 * @param problem its lists in the order of ids, in which positions are meant.
 */
export function limitSetsOf(problem: PlanProblem): LimitSet[] {
  const { specialists, meetings, policy } = problem;
  const limits = inOneOrder(policy.limits).filter((limit) => !isSingle(limit));
  if (limits.length === 0) return [];
  const clock = localClock(policy.calendar);
  const made = visitsMade(problem);
  return limits.flatMap((limit) => {
    const named = limit.specialistIds === null ? null : new Set(limit.specialistIds);
    const people = named && Uint8Array.from(specialists, ({ id }) => (named.has(id) ? 1 : 0));
    return limitWindows(limit, meetings, clock)
      .filter((window) => window.length > limit.most)
      .flatMap((window) => forEverybody({ limit, most: limit.most, meetings: window, people }, made));
  });
}

/** Meetings that are over, by position, where each specialist has been; null where nothing is over. */
function visitsMade(problem: PlanProblem): readonly ReadonlySet<number>[] | null {
  const settled = new Settled(problem);
  if (!settled.some) return null;
  const over = problem.meetings.flatMap((meeting, m) => (settled.isOver(meeting) ? [{ id: meeting.id, m }] : []));
  return problem.specialists.map(
    ({ id: specialistId }) =>
      new Set(over.flatMap(({ id: meetingId, m }) => (settled.stands({ specialistId, meetingId }) ? [m] : []))),
  );
}

/** The set, and one for each of those who have made more visits already: to them it allows no further one. */
function forEverybody(set: LimitSet, made: readonly ReadonlySet<number>[] | null): LimitSet[] {
  if (made === null) return [set];
  const visits = made.map((own) => set.meetings.filter((m) => own.has(m)).length);
  const beyond = visits.map((count, s) => count > set.most && (set.people === null || set.people[s] === 1));
  if (!beyond.includes(true)) return [set];
  const only = (isIn: (s: number) => boolean): Uint8Array => Uint8Array.from(made, (_, s) => (isIn(s) ? 1 : 0));
  return [
    { ...set, people: only((s) => beyond[s] !== true && (set.people === null || set.people[s] === 1)) },
    ...beyond.flatMap((isBeyond, s): LimitSet[] =>
      isBeyond ? [{ ...set, most: visits[s] ?? 0, people: only((one) => one === s) }] : [],
    ),
  ];
}

/** The same limits, in an order that does not depend on that in which they were entered. */
export function inOneOrder(limits: readonly VisitLimit[]): VisitLimit[] {
  return limits
    .map((limit) => ({ ...limit, specialistIds: limit.specialistIds && [...limit.specialistIds].sort() }))
    .map((limit) => ({ limit, text: canonicalJson(limit) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ limit }) => limit);
}

/** Looks up which sets a visit fills. */
export class LimitSets {
  private readonly ofMeeting: readonly (readonly number[])[];

  /** @param meetings how many meetings there are. */
  constructor(
    readonly sets: readonly LimitSet[],
    meetings: number,
  ) {
    const ofMeeting = Array.from({ length: meetings }, (): number[] => []);
    sets.forEach((set, at) => {
      for (const m of set.meetings) ofMeeting[m]?.push(at);
    });
    this.ofMeeting = ofMeeting;
  }

  /** Sets that a visit of this person to this meeting fills, by position in `sets`. */
  at(specialist: number, meeting: number): readonly number[] {
    if (this.sets.length === 0) return [];
    return (this.ofMeeting[meeting] ?? []).filter((set) => this.holds(set, specialist));
  }

  holds(set: number, specialist: number): boolean {
    const people = this.sets[set]?.people ?? null;
    return people === null || people[specialist] === 1;
  }

  /** The set that a further visit of this person would overfill, beside the visits that they make; null where none is. */
  fullSet(specialist: number, meeting: number, visits: readonly number[]): LimitSet | null {
    for (const at of this.at(specialist, meeting)) {
      const set = this.sets[at];
      if (set !== undefined && visits.filter((m) => this.ofMeeting[m]?.includes(at)).length >= set.most) return set;
    }
    return null;
  }

  /** Sets that a person's month, each meeting with how much of it is attended, fills by more than `slack` too much. */
  overfilled(
    specialist: number,
    month: readonly { readonly meeting: number; readonly weight: number }[],
    slack: number,
  ): number[] {
    if (this.sets.length === 0) return [];
    const filled = new Map<number, number>();
    for (const { meeting, weight } of month) {
      for (const set of this.at(specialist, meeting)) filled.set(set, (filled.get(set) ?? 0) + weight);
    }
    return [...filled].flatMap(([set, weight]) => (weight > (this.sets[set]?.most ?? 0) + slack ? [set] : []));
  }
}
