import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import { type MonthModel, positions } from '../model/month-model.ts';
import { Overruled } from '../model/overruled.ts';
import { PairEvaluator } from '../model/pair-evaluator.ts';
import { findPair } from '../model/pair-table.ts';
import { Settled } from '../model/settled.ts';
import type { Fact } from '../plan.ts';
import type { PlanProblem, Specialist } from '../problem.ts';
import type { Layout } from '../relaxation/layout.ts';

/** How a fact narrows the columns of a month without it: `to` 1 raises their lower bounds, `to` 0 lowers their upper bounds. */
export type Narrowing =
  | { readonly of: 'pairs' | 'seats' | 'steps'; readonly columns: readonly number[]; readonly to: 0 | 1 }
  /** It demands more than there are columns. */
  | 'impossible';

/** Facts that only narrow columns; all others change rows, or which meetings exclude each other. */
export function isNarrowing(problem: PlanProblem): (fact: Fact) => boolean {
  const settled = new Settled(problem);
  const over = new Set(problem.meetings.flatMap((meeting) => (settled.isOver(meeting) ? [meeting.id] : [])));
  return (fact) => {
    switch (fact.kind) {
      case 'pin':
      case 'accepted':
      case 'mandatory':
        return !over.has(fact.meetingId);
      case 'min_visits':
      case 'max_visits':
      case 'unavailable':
      case 'away_weekly':
      case 'conflict_of_interest':
      case 'rotation_gap':
        return true;
      default:
        return false;
    }
  };
}

/**
 * How each of these facts narrows the columns of `loose`, a month that has none of them.
 * @param problem the month with the facts.
 */
export function narrowings(
  loose: MonthModel,
  layout: Layout,
  problem: PlanProblem,
  facts: readonly Fact[],
): ReadonlyMap<Fact, Narrowing> {
  const [specialistAt, meetingAt] = [positions(loose.specialists), positions(loose.meetings)];
  const entered = new Map(problem.specialists.map((specialist) => [specialist.id, specialist]));
  const pairsAgainst = pairsOfReason(loose);
  const pairAt = (specialistId: SpecialistRef, meetingId: MeetingRef): number =>
    findPair(loose.pairs, specialistAt.get(specialistId) ?? -1, meetingAt.get(meetingId) ?? -1);
  const forbidden = (columns: readonly number[]): Narrowing => ({ of: 'pairs', columns, to: 0 });
  const narrowing = (fact: Fact): Narrowing => {
    switch (fact.kind) {
      case 'pin':
      case 'accepted': {
        const pair = pairAt(fact.specialistId, fact.meetingId);
        if (fact.kind === 'pin' && fact.pin === 'must_not') return forbidden(pair < 0 ? [] : [pair]);
        return pair < 0 ? 'impossible' : { of: 'pairs', columns: [pair], to: 1 };
      }
      case 'mandatory': {
        const m = meetingAt.get(fact.meetingId) ?? -1;
        return { of: 'seats', columns: run(layout.seatStart[m], loose.meetings[m]?.minObservers ?? 0), to: 0 };
      }
      case 'min_visits': {
        const s = specialistAt.get(fact.specialistId) ?? -1;
        const [start, end] = [layout.stepStart[s] ?? 0, layout.stepStart[s + 1] ?? 0];
        return fact.limit > end - start ? 'impossible' : { of: 'steps', columns: run(start, fact.limit), to: 1 };
      }
      case 'max_visits': {
        const s = specialistAt.get(fact.specialistId) ?? -1;
        const [start, end] = [(layout.stepStart[s] ?? 0) + fact.limit, layout.stepStart[s + 1] ?? 0];
        return { of: 'steps', columns: run(start, Math.max(0, end - start)), to: 0 };
      }
      case 'unavailable':
      case 'away_weekly':
      case 'conflict_of_interest':
      case 'rotation_gap': {
        const s = specialistAt.get(fact.specialistId) ?? -1;
        const specialist = entered.get(fact.specialistId);
        return forbidden(specialist === undefined ? [] : pairsAgainst(s, withOnly(specialist, fact)));
      }
      default:
        throw new Error(`${fact.kind} does more than narrow columns`);
    }
  };
  return new Map(facts.map((fact) => [fact, narrowing(fact)]));
}

function run(start: number | undefined, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (start ?? 0) + i);
}

type AgainstPairs = Extract<
  Fact,
  { readonly kind: 'unavailable' | 'away_weekly' | 'conflict_of_interest' | 'rotation_gap' }
>;

/** The same person with only this reason against visits. */
function withOnly(specialist: Specialist, fact: AgainstPairs): Specialist {
  const free: Specialist = {
    ...specialist,
    unavailable: [],
    awayWeekly: [],
    ownBranchId: null,
    residenceBranchId: null,
    conflictBranchIds: [],
    lastVisits: [],
  };
  switch (fact.kind) {
    case 'unavailable':
      return { ...free, unavailable: [{ from: fact.from, to: fact.to }] };
    case 'away_weekly':
      return { ...free, awayWeekly: [{ weekday: fact.weekday, from: fact.from, to: fact.to }] };
    case 'conflict_of_interest':
      return { ...free, conflictBranchIds: [fact.branchId] };
    case 'rotation_gap':
      return { ...free, lastVisits: specialist.lastVisits.filter(({ branchId }) => branchId === fact.branchId) };
  }
}

/** The pairs of specialist `s` that leave, interest or a late visit of such a person forbids. */
function pairsOfReason({ pairs, meetings, problem }: MonthModel): (s: number, like: Specialist) => number[] {
  const [settled, overruled] = [new Settled(problem), new Overruled(problem)];
  return (s, like) => {
    const judge = new PairEvaluator(like, problem.policy, overruled);
    const found: number[] = [];
    for (let pair = pairs.startOfSpecialist[s] ?? 0; pair < (pairs.startOfSpecialist[s + 1] ?? 0); pair += 1) {
      const meeting = meetings[pairs.meeting[pair] ?? 0];
      if (meeting === undefined || settled.isOver(meeting)) continue;
      const isForbidden = judge
        .ineligibilities(meeting)
        .some((reason) => reason === 'leave' || reason === 'conflict_of_interest' || reason === 'rotation_gap');
      if (isForbidden) found.push(pair);
    }
    return found;
  };
}
