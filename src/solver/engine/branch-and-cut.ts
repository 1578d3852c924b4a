import type { Highs } from 'highs';
import type { Choice } from '../model/evaluate.ts';
import type { Relaxation } from '../relaxation/relaxation.ts';
import type { Deadline } from './stop.ts';

export interface WholeTask {
  readonly relaxation: Relaxation;
  /** Of all pairs, those that may be chosen. */
  readonly pairs: Iterable<number>;
  readonly start: Choice | null;
  readonly nodeLimit: number | null;
  readonly deadline: Deadline;
  readonly onProgress: (incumbent: number | null, bound: number | null) => void;
  /** A plan that keeps the rules, near to one that does not; null where none is found at once. */
  readonly mend: (choice: Choice) => Choice | null;
  /** What a plan that keeps the rules costs under the relaxation's objective. */
  readonly costOf: (choice: Choice) => number;
}

export interface WholePlan {
  readonly end: 'optimal' | 'infeasible' | 'time_limit' | 'work_limit' | 'cancelled';
  /** The best choice among those pairs that was found; null where there was none. */
  readonly choice: Choice | null;
  /** No choice among those pairs costs less; −∞ where nothing is known. */
  readonly bound: number;
  readonly nodes: number;
}

/** Costs are whole but for tie-breaks of less than a half in all, so what is this near to the bound is a best plan. */
const ABSOLUTE_GAP = 0.45;

/**
 * The best whole plan of the relaxation's objective that uses some of the pairs only, by branch and cut. Cliques that a
 * whole plan overfills are added to the relaxation, and the search goes on from that plan, mended.
 */
export function branchAndCut(highs: Highs, task: WholeTask): WholePlan {
  const { relaxation, deadline, nodeLimit, onProgress, mend, costOf } = task;
  const pairs = [...task.pairs];
  let nodes = 0;
  let start = task.start;
  for (let round = 0; ; round += 1) {
    const program = relaxation.wholeProgram(pairs);
    const known = start;
    const found = highs.withModel(program.data, (model): WholePlan => {
      const { callbackType, modelStatus, solutionStatus } = highs.constants;
      model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: ABSOLUTE_GAP });
      model.options.set('time_limit', deadline.remainingSeconds());
      if (nodeLimit !== null) model.options.set('mip_max_nodes', nodeLimit);
      if (known !== null) {
        const chosen = program.columns.filter(({ pair }) => known[pair] === 1).map(({ column }) => column);
        model.setSolution({ indices: chosen, values: chosen.map(() => 1) });
      }
      const report = (data: { readonly mip_primal_bound?: number; readonly mip_dual_bound?: number }): undefined => {
        onProgress(finite(data.mip_primal_bound), finite(data.mip_dual_bound));
      };
      const status = model.run({
        [callbackType.mipInterrupt]: (event) => {
          if (deadline.reason() !== null) event.interrupt();
          return undefined;
        },
        [callbackType.mipLogging]: (event) => report(event.data),
        [callbackType.mipImprovingSolution]: (event) => report(event.data),
      }).modelStatus;
      nodes += Math.max(0, Number(model.info.get('mip_node_count')));
      if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
        return { end: 'infeasible', choice: null, bound: Infinity, nodes };
      }
      const bound = Number(model.info.get('mip_dual_bound'));
      const has = model.info.get('primal_solution_status') === solutionStatus.feasible;
      return {
        end: status === modelStatus.optimal ? 'optimal' : (deadline.reason() ?? 'work_limit'),
        choice: has ? choiceOf(task, program.columns, model.getSolution().colValue) : null,
        bound: Math.abs(bound) < 1e20 ? bound : -Infinity,
        nodes,
      };
    });
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

function choiceOf(
  { relaxation }: WholeTask,
  columns: readonly { readonly pair: number; readonly column: number }[],
  values: Float64Array,
): Choice {
  const choice = new Uint8Array(relaxation.pairCount);
  for (const { pair, column } of columns) choice[pair] = Math.round(values[column] ?? 0);
  return choice;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Math.abs(value) < 1e20 ? value : null;
}
