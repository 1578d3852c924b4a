import type { Highs } from 'highs';
import { type Choice, chosenPairs } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import type { Optimum, Relaxation } from '../relaxation/relaxation.ts';
import type { Objective } from '../relaxation/restricted-program.ts';
import { branchAndCut } from './branch-and-cut.ts';
import { greedyStart } from './greedy-start.ts';
import { improveNearby, isFarFromWhole } from './improve-nearby.ts';
import type { WholePlan } from './solve-whole.ts';
import type { Deadline } from './stop.ts';
import { TIE_BREAK_TOTAL } from './tie-break.ts';

export interface WholeSearch {
  readonly highs: Highs;
  readonly model: MonthModel;
  readonly relaxation: Relaxation;
  /** What the relaxation minimises. */
  readonly objective: Objective;
  /** The cost of a plan that keeps the rules; infinite where the plan is worse in a held tier. */
  readonly costOf: (choice: Choice) => number;
  readonly deadline: Deadline;
  readonly nodeLimit: number | null;
  readonly onBound: (bound: number | null) => void;
}

export interface BestWholePlan {
  readonly choice: Choice | null;
  /** Lower bound on the columns' cost, in whole units, by the search; +∞ where no whole plan exists. */
  readonly bound: number;
  /** Why the search ended early; null where it did not. */
  readonly cutShort: 'time_limit' | 'work_limit' | 'cancelled' | null;
  readonly nodes: number;
}

/** Rounding error that a bound of HiGHS may carry. */
const SLACK = 1e-4;

/**
 * The best whole plan under the relaxation's objective. It searches first among the pairs in the relaxation, then among
 * all pairs whose reduced cost is within the remaining gap: a plan with any other pair costs more than the best one
 * known.
 */
export function bestWholePlan(search: WholeSearch, relaxed: Optimum, start: Choice | null): BestWholePlan {
  const { relaxation, objective, costOf } = search;
  const breaksTies = objective.tieBreaks !== null;
  let [choice, nodes] = [start, 0];
  const within = (candidates: Iterable<number>): number[] => {
    const gap = choice === null ? Infinity : costOf(choice) - relaxed.value + SLACK;
    const reduced = relaxation.reducedCosts(relaxed.prices, objective);
    return [...candidates].filter((pair) => (reduced[pair] ?? 0) <= gap);
  };
  const among = (pairs: readonly number[]): WholePlan => {
    const found = wholePlan(search, pairs, choice);
    nodes += found.nodes;
    if (found.choice !== null && (choice === null || costOf(found.choice) < costOf(choice))) choice = found.choice;
    return found;
  };
  if (choice !== null && isFarFromWhole(search.model, relaxed.point)) {
    relaxation.coverAllExclusions();
    choice = improveNearby(search, choice, wholeBound(relaxed.value, breaksTies));
  }
  const near = within(relaxation.included);
  const known = new Set(near);
  let found = among(near);
  const rest = within(Array.from({ length: relaxation.pairCount }, (_, pair) => pair));
  const hasMore = rest.some((pair) => !known.has(pair));
  if (hasMore && cutShort(found) === null) found = among(rest);
  else if (hasMore) return { choice, bound: wholeBound(relaxed.value, breaksTies), cutShort: cutShort(found), nodes };
  const bound = Math.min(found.bound, choice === null ? Infinity : costOf(choice));
  return {
    choice,
    bound: bound === Infinity ? bound : wholeBound(Math.max(relaxed.value, bound), breaksTies),
    cutShort: cutShort(found),
    nodes,
  };
}

/** The same among these pairs only. */
export function wholePlan(
  { highs, model, relaxation, costOf, deadline, nodeLimit, onBound }: WholeSearch,
  pairs: readonly number[],
  start: Choice | null,
): WholePlan {
  return branchAndCut(highs, {
    relaxation,
    pairs,
    start,
    nodeLimit,
    deadline,
    onBound,
    repair: (choice) => greedyStart(model, chosenPairs(choice)),
    costOf,
  });
}

/** The smallest whole cost that a plan can have, from a bound in floats. */
export function wholeBound(bound: number, breaksTies: boolean): number {
  return Math.ceil(bound - (breaksTies ? TIE_BREAK_TOTAL : 0) - SLACK);
}

function cutShort({ end }: WholePlan): BestWholePlan['cutShort'] {
  return end === 'optimal' || end === 'infeasible' ? null : end;
}
