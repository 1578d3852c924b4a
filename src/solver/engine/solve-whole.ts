import type { Highs } from 'highs';
import type { Choice } from '../model/evaluate.ts';
import type { WholeProgram } from '../relaxation/restricted-program.ts';
import type { Deadline } from './stop.ts';

export interface WholeTask {
  readonly program: WholeProgram;
  /** Number of pairs of the month, whether in the programme or not. */
  readonly pairCount: number;
  readonly start: Choice | null;
  readonly nodeLimit: number | null;
  readonly deadline: Deadline;
  readonly onBound?: (bound: number | null) => void;
}

export interface WholePlan {
  readonly end: 'optimal' | 'infeasible' | 'time_limit' | 'work_limit' | 'cancelled';
  /** The best choice found; null where none was. */
  readonly choice: Choice | null;
  /** No choice costs less; −∞ where nothing is known. */
  readonly bound: number;
  readonly nodes: number;
}

/**
 * Costs are whole numbers plus tie-breaks of less than one half in all, so a plan this close to the bound is optimal.
 */
const ABSOLUTE_GAP = 0.45;

/** One run of branch and bound. Its choice may overfill cliques that are not rows yet. */
export function solveWhole(highs: Highs, task: WholeTask): WholePlan {
  const { program, start, nodeLimit, deadline, onBound = () => undefined } = task;
  return highs.withModel(program.data, (model): WholePlan => {
    const { callbackType, modelStatus, solutionStatus } = highs.constants;
    model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: ABSOLUTE_GAP });
    model.options.set('time_limit', deadline.remainingSeconds());
    if (nodeLimit !== null) model.options.set('mip_max_nodes', nodeLimit);
    if (start !== null) {
      const chosen = program.columns.filter(({ pair }) => start[pair] === 1).map(({ column }) => column);
      model.setSolution({ indices: chosen, values: chosen.map(() => 1) });
    }
    const report = (data: { readonly mip_dual_bound?: number }): undefined => {
      onBound(finite(data.mip_dual_bound));
    };
    const status = model.run({
      [callbackType.mipInterrupt]: (event) => {
        if (deadline.reason() !== null) event.interrupt();
        return undefined;
      },
      [callbackType.mipLogging]: (event) => report(event.data),
      [callbackType.mipImprovingSolution]: (event) => report(event.data),
    }).modelStatus;
    const nodes = Math.max(0, Number(model.info.get('mip_node_count')));
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
      return { end: 'infeasible', choice: null, bound: Infinity, nodes };
    }
    const bound = Number(model.info.get('mip_dual_bound'));
    const has = model.info.get('primal_solution_status') === solutionStatus.feasible;
    return {
      end: status === modelStatus.optimal ? 'optimal' : (deadline.reason() ?? 'work_limit'),
      choice: has ? choiceOf(task, model.getSolution().colValue) : null,
      bound: Math.abs(bound) < 1e20 ? bound : -Infinity,
      nodes,
    };
  });
}

function choiceOf({ program, pairCount }: WholeTask, values: Float64Array): Choice {
  const choice = new Uint8Array(pairCount);
  for (const { pair, column } of program.columns) choice[pair] = Math.round(values[column] ?? 0);
  return choice;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Math.abs(value) < 1e20 ? value : null;
}
