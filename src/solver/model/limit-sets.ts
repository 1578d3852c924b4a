import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { PlanProblem, VisitLimit } from '../problem.ts';
import { limitWindows } from './limit-windows.ts';
import { localClock } from './local-clock.ts';
import { Settled } from './settled.ts';
import { isSingle } from './spacing.ts';

/** Each of these people attends at most so many of these meetings. */
export interface LimitSet {
  readonly limit: VisitLimit;
  readonly most: number;
  /** Positions of meetings, rising. */
  readonly meetings: readonly number[];
  /** 1 for each specialist, by position, for whom it holds; null: everybody. */
  readonly people: Uint8Array | null;
}

/**
 * The limits of the policy as sets of meetings of this month, except limits of a single visit (see `spacingRules`).
 * Sets that no month can overfill are left out. The order depends on the problem alone.
 * @param problem with its lists in the order of ids, which positions refer to.
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

/** For each specialist, the positions of meetings that are over and that they attended; null where nothing is over. */
function visitsMade(problem: PlanProblem): readonly ReadonlySet<number>[] | null {
  const settled = new Settled(problem);
  if (!settled.some) return null;
  const over = problem.meetings.flatMap((meeting, m) => (settled.isOver(meeting) ? [{ id: meeting.id, m }] : []));
  return problem.specialists.map(
    ({ id: specialistId }) =>
      new Set(over.flatMap(({ id: meetingId, m }) => (settled.stands({ specialistId, meetingId }) ? [m] : []))),
  );
}

/**
 * The set, and for each person who has already made more visits than it allows a set of their own, which allows no
 * further visit.
 */
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

/** The same limits in an order that does not depend on how they were entered. */
export function inOneOrder(limits: readonly VisitLimit[]): VisitLimit[] {
  return limits
    .map(({ meetingIds, ...limit }) => ({
      ...limit,
      ...(meetingIds && { meetingIds: [...meetingIds].sort() }),
      specialistIds: limit.specialistIds && [...limit.specialistIds].sort(),
    }))
    .map((limit) => ({ limit, text: canonicalJson(limit) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ limit }) => limit);
}

/** Looks up which sets a visit counts in. */
export class LimitSets {
  private readonly ofMeeting: readonly (readonly number[])[];

  /** @param meetings number of meetings. */
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

  /** The sets in which a visit of this person to this meeting counts, by position in `sets`. */
  at(specialist: number, meeting: number): readonly number[] {
    if (this.sets.length === 0) return [];
    return (this.ofMeeting[meeting] ?? []).filter((set) => this.holds(set, specialist));
  }

  holds(set: number, specialist: number): boolean {
    const people = this.sets[set]?.people ?? null;
    return people === null || people[specialist] === 1;
  }

  /** A set that one more visit would overfill, given the other visits of this person; null where none is. */
  fullSet(specialist: number, meeting: number, visits: readonly number[]): LimitSet | null {
    for (const at of this.at(specialist, meeting)) {
      const set = this.sets[at];
      if (set !== undefined && visits.filter((m) => this.ofMeeting[m]?.includes(at)).length >= set.most) return set;
    }
    return null;
  }

  /**
   * The sets that a person's fractional month overfills by more than `slack`; the month lists meetings with the share
   * attended.
   */
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
