import type { Highs } from 'highs';
import type { Choice } from '../model/evaluate.ts';
import type { Relaxation } from '../relaxation/relaxation.ts';
import { solveWhole, type WholePlan } from './solve-whole.ts';
import type { Deadline } from './stop.ts';

export interface BranchAndCutTask {
  readonly relaxation: Relaxation;
  /** Of all pairs, those that may be chosen. */
  readonly pairs: Iterable<number>;
  readonly start: Choice | null;
  readonly nodeLimit: number | null;
  readonly deadline: Deadline;
  readonly onBound: (bound: number | null) => void;
  /** A plan that keeps the rules, near to one that does not; null where none is found at once. */
  readonly mend: (choice: Choice) => Choice | null;
  /** What a plan that keeps the rules costs under the relaxation's objective. */
  readonly costOf: (choice: Choice) => number;
}

/**
 * The best whole plan of the relaxation's objective that uses some of the pairs only, by branch and cut. Cliques that a
 * whole plan overfills are added to the relaxation, and the search goes on from that plan, mended.
 */
export function branchAndCut(highs: Highs, task: BranchAndCutTask): WholePlan {
  const { relaxation, deadline, nodeLimit, onBound, mend, costOf } = task;
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
    const mended = mend(found.choice);
    if (mended !== null && (start === null || costOf(mended) < costOf(start))) start = mended;
    if (found.end !== 'optimal') return { ...found, choice: start };
    // Where one plan after another is cut off, all cliques that could be are cheaper than another search for each.
    if (round === PATIENCE) relaxation.coverAllExclusions();
  }
}

/** Plans that are cut off one by one. */
const PATIENCE = 1;
