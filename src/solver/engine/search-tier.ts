import type { CallbackData, Highs, Model } from 'highs';
import type { Choice } from '../model/evaluate.ts';
import { modelData } from './highs-program.ts';
import type { Program, Row } from './program.ts';
import type { Deadline } from './stop.ts';

export interface TierSearch {
  readonly end: 'optimal' | 'infeasible' | 'time_limit' | 'work_limit' | 'cancelled';
  /** The best choice that this search found; null where it found none. */
  readonly choice: Choice | null;
  /** A lower bound on the costs of every choice, as the search says; −∞ where it says nothing. */
  readonly bound: number;
  readonly nodes: number;
  /** Prices of the rows in the linear relaxation. */
  readonly duals: Float64Array | null;
}

export interface TierSearchTask {
  readonly program: Program;
  readonly costs: Float64Array;
  /** The rows that keep earlier tiers at what they reached. */
  readonly extra: readonly Row[];
  readonly start: Choice | null;
  readonly nodeLimit: number | null;
  readonly deadline: Deadline;
  readonly onProgress: (incumbent: number | null, bound: number | null) => void;
}

/** Costs are whole but for tie-breaks of less than a half in all, so what is this near to the bound is a best plan. */
const ABSOLUTE_GAP = 0.45;
const WHOLE = 1e-6;

/** Minimises one tier over the programme: by its linear relaxation where that is whole, else by branch and cut. */
export function searchTier(highs: Highs, task: TierSearchTask): TierSearch {
  const { program, costs, extra } = task;
  return highs.withModel(modelData(program, costs, extra), (model) => {
    model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: ABSOLUTE_GAP });
    const relaxed = relax(highs, model, task);
    return relaxed.end === 'optimal' && relaxed.choice === null ? branchAndCut(highs, model, task, relaxed) : relaxed;
  });
}

function relax(highs: Highs, model: Model, { program, deadline, onProgress }: TierSearchTask): TierSearch {
  const { callbackType, modelStatus } = highs.constants;
  model.options.set('time_limit', deadline.remainingSeconds());
  const status = model.run({
    [callbackType.simplexInterrupt]: (event) => {
      onProgress(null, null);
      if (deadline.reason() !== null) event.interrupt();
      return undefined;
    },
  }).modelStatus;
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
    return { end: 'infeasible', choice: null, bound: Infinity, nodes: 0, duals: null };
  }
  if (status !== modelStatus.optimal) {
    return { end: deadline.reason() ?? 'work_limit', choice: null, bound: -Infinity, nodes: 0, duals: null };
  }
  const { colValue: values, rowDual: duals } = model.getSolution();
  const whole = values.every((value, c) => program.integer[c] === 0 || Math.abs(value - Math.round(value)) < WHOLE);
  return {
    end: 'optimal',
    choice: whole ? choiceOf(program, values) : null,
    bound: model.getObjectiveValue(),
    nodes: 0,
    duals,
  };
}

function branchAndCut(highs: Highs, model: Model, task: TierSearchTask, relaxed: TierSearch): TierSearch {
  const { program, deadline } = task;
  const { callbackType, modelStatus } = highs.constants;
  const columns = { kind: 'range', from: 0, to: program.columnCount - 1 } as const;
  model.changeColsIntegrality(columns, Int32Array.from(program.integer));
  model.options.set('time_limit', model.getRunTime() + deadline.remainingSeconds());
  if (task.nodeLimit !== null) model.options.set('mip_max_nodes', task.nodeLimit);
  if (task.start !== null) {
    const chosen = [...task.start.keys()].filter((pair) => task.start?.[pair] === 1);
    model.setSolution({ indices: chosen, values: chosen.map(() => 1) });
  }
  const report = (data: CallbackData): void =>
    task.onProgress(finite(data.mip_primal_bound), finite(data.mip_dual_bound));
  const status = model.run({
    [callbackType.mipInterrupt]: (event) => {
      if (deadline.reason() !== null) event.interrupt();
      return undefined;
    },
    [callbackType.mipLogging]: (event) => {
      report(event.data);
      return undefined;
    },
    [callbackType.mipImprovingSolution]: (event) => {
      report(event.data);
      return undefined;
    },
  }).modelStatus;
  const nodes = Number(model.info.get('mip_node_count'));
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
    return { end: 'infeasible', choice: null, bound: Infinity, nodes, duals: null };
  }
  const bound = Number(model.info.get('mip_dual_bound'));
  const found = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
  return {
    end: status === modelStatus.optimal ? 'optimal' : (deadline.reason() ?? 'work_limit'),
    choice: found ? choiceOf(program, model.getSolution().colValue) : null,
    bound: Number.isFinite(bound) ? Math.max(bound, relaxed.bound) : relaxed.bound,
    nodes: Math.max(0, nodes),
    duals: relaxed.duals,
  };
}

function choiceOf(program: Program, values: Float64Array): Choice {
  return Uint8Array.from(program.model.pairs, (pair) => Math.round(values[pair.index] ?? 0));
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Math.abs(value) < 1e20 ? value : null;
}
