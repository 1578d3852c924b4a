import type { Highs, Model } from 'highs';
import { modelData } from '../engine/highs-program.ts';
import type { Program, Row } from '../engine/program.ts';
import type { Deadline } from '../engine/stop.ts';
import { type Choice, isFeasible } from '../model/evaluate.ts';
import { branchingFor, childBox } from './branching.ts';
import type { ProofNode } from './certificate.ts';
import { type Box, emptyLeaf, type PricedLeaf, pricedLeaf } from './integer-bound.ts';
import { infeasibilityPrices } from './infeasibility-prices.ts';

export interface ProofTask {
  readonly program: Program;
  readonly costs: Float64Array;
  readonly extra: readonly Row[];
  /** Costs of the plan to be proven best; null to prove that there is none. */
  readonly target: number | null;
  /** Prices that the search proposes for the root; they often prove everything at once. */
  readonly duals: Float64Array | null;
  readonly leafLimit: number;
  readonly deadline: Deadline;
  readonly onProgress: () => void;
  /** What a choice costs here, or null where it may not be used. */
  readonly costOf: (choice: Choice) => number | null;
}

export interface TierProof {
  readonly tree: ProofNode;
  /** What the tree proves; +∞ where there is no plan, −∞ where prices prove nothing. */
  readonly bound: number;
  readonly leaves: number;
  readonly linearPrograms: number;
  /** A better plan than the target that came up on the way. */
  readonly better: Choice | null;
}

/** A branching tree whose leaves carry whole dual prices, grown until they prove the target or a limit is met. */
export function proveTier(highs: Highs, task: ProofTask): TierProof | null {
  const root: Box = { lower: task.program.lower, upper: task.program.upper };
  const rows = [...task.program.rows, ...task.extra];
  if (task.duals !== null) {
    const { duals, target } = task;
    const priced =
      target === null ? emptyLeaf(task.program, rows, root, duals) : pricedLeaf(rows, task.costs, root, duals);
    if (priced !== null && priced.bound >= (target ?? Infinity)) {
      return { tree: priced.leaf, bound: priced.bound, leaves: 1, linearPrograms: 0, better: null };
    }
  }
  return highs.withModel(modelData(task.program, task.costs, task.extra), (model) => {
    model.options.set({ output_flag: false, random_seed: 0 });
    return new TreeProof(highs, model, task, rows).grow(root);
  });
}

class TreeProof {
  private leaves = 0;
  private linearPrograms = 0;
  private better: Choice | null = null;
  private target: number;
  private lowest = Infinity;

  constructor(
    private readonly highs: Highs,
    private readonly model: Model,
    private readonly task: ProofTask,
    private readonly rows: readonly Row[],
  ) {
    this.target = task.target ?? Infinity;
  }

  grow(root: Box): TierProof | null {
    const tree = this.node(root, this.task.duals ?? new Float64Array(this.rows.length));
    if (tree === null) return null;
    const { leaves, linearPrograms, better } = this;
    return { tree, bound: this.lowest, leaves, linearPrograms, better };
  }

  /** The subtree of a box, `inherited` being its parent's prices; null where nothing fits whole numbers. */
  private node(box: Box, inherited: Float64Array): ProofNode | null {
    const { program, costs, deadline, leafLimit } = this.task;
    const price = (duals: Float64Array): PricedLeaf | null => pricedLeaf(this.rows, costs, box, duals);
    const solved = deadline.reason() === null ? this.relax(box) : null;
    if (solved === 'infeasible') return this.leaf(this.priceEmpty(box) ?? price(inherited));
    if (solved === null) return this.leaf(price(inherited));
    const priced = price(solved.duals);
    if (priced === null || priced.bound >= this.target) return this.leaf(priced);
    const branch = branchingFor(program, solved.values);
    if (branch === null) this.consider(solved.values);
    if (branch === null || this.leaves >= leafLimit) return this.leaf(priced);
    this.task.onProgress();
    const no = this.node(childBox(program, box, branch, false), solved.duals);
    const yes = this.node(childBox(program, box, branch, true), solved.duals);
    return no === null || yes === null ? null : { branch, no, yes };
  }

  private leaf(priced: PricedLeaf | null): ProofNode | null {
    if (priced === null) return null;
    this.leaves += 1;
    this.lowest = Math.min(this.lowest, priced.bound);
    return priced.leaf;
  }

  private consider(values: Float64Array): void {
    const { program, costOf } = this.task;
    const choice = Uint8Array.from(program.model.pairs, (pair) => Math.round(values[pair.index] ?? 0));
    if (!isFeasible(program.model, choice)) return;
    const cost = costOf(choice);
    if (cost === null || cost >= this.target) return;
    this.target = cost;
    this.better = choice;
  }

  private relax(box: Box): { values: Float64Array; duals: Float64Array } | 'infeasible' | null {
    const { model, highs, task } = this;
    const { callbackType, modelStatus } = highs.constants;
    this.linearPrograms += 1;
    model.changeColsBounds({ kind: 'range', from: 0, to: task.program.columnCount - 1 }, box.lower, box.upper);
    model.options.set('time_limit', model.getRunTime() + task.deadline.remainingSeconds());
    const status = model.run({
      [callbackType.simplexInterrupt]: (event) => {
        if (task.deadline.reason() !== null) event.interrupt();
        return undefined;
      },
    }).modelStatus;
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return 'infeasible';
    if (status !== modelStatus.optimal) return null;
    const { colValue, rowDual } = model.getSolution();
    return { values: colValue, duals: rowDual };
  }

  private priceEmpty(box: Box): PricedLeaf | null {
    const { program } = this.task;
    const ray = this.model.getDualRay();
    const priced = ray === undefined ? null : emptyLeaf(program, this.rows, box, ray.values);
    if (priced !== null) return priced;
    const prices = infeasibilityPrices(this.highs, program, this.rows, box);
    this.linearPrograms += 1;
    return prices === null ? null : emptyLeaf(program, this.rows, box, prices);
  }
}
