import type { Highs } from 'highs';
import type { Choice } from '../model/evaluate.ts';
import type { Relaxation } from '../relaxation/relaxation.ts';
import { solveWhole, type WholePlan } from './solve-whole.ts';
import type { Deadline } from './stop.ts';

export interface BranchAndCutTask {
  readonly relaxation: Relaxation;
  /** The pairs that may be chosen. */
  readonly pairs: Iterable<number>;
  readonly start: Choice | null;
  readonly nodeLimit: number | null;
  readonly deadline: Deadline;
  readonly onBound: (bound: number | null) => void;
  /** Repairs a choice into a plan that keeps the rules; null where that does not succeed at once. */
  readonly repair: (choice: Choice) => Choice | null;
  /** What a plan that keeps the rules costs under the relaxation's objective. */
  readonly costOf: (choice: Choice) => number;
}

/**
 * The best whole plan under the relaxation's objective among some of the pairs, by branch and cut: cliques that a whole
 * plan overfills become rows of the relaxation, and the search continues from that plan, repaired.
 */
export function branchAndCut(highs: Highs, task: BranchAndCutTask): WholePlan {
  const { relaxation, deadline, nodeLimit, onBound, repair, costOf } = task;
  const pairs = [...task.pairs];
  const { pairCount } = relaxation;
  let nodes = 0;
  let start = task.start;
  for (let round = 0; ; round += 1) {
    const program = relaxation.wholeProgram(pairs);
    const solved = solveWhole(highs, { program, pairCount, start, nodeLimit, deadline, onBound });
    nodes += solved.nodes;
    const found = { ...solved, nodes };
    if (found.choice === null) return { ...found, choice: start };
    if (relaxation.cutOffChoice(found.choice) === 0) return found;
    const repaired = repair(found.choice);
    if (repaired !== null && (start === null || costOf(repaired) < costOf(start))) start = repaired;
    if (found.end !== 'optimal') return { ...found, choice: start };
    // Adding all cliques at once is cheaper than searching again after each plan that is cut off.
    if (round === PATIENCE) relaxation.coverAllExclusions();
  }
}

/** So many plans are cut off one by one before all cliques are added. */
const PATIENCE = 1;
