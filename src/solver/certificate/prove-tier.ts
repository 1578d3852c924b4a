import type { Deadline } from '../engine/stop.ts';
import { type Choice, isFeasible } from '../model/evaluate.ts';
import { type Box, childBox, isEmpty } from '../relaxation/box.ts';
import type { HeldTier, LagrangianCase } from '../relaxation/lagrangian.ts';
import type { Layout } from '../relaxation/layout.ts';
import { type DualPrices, zeroPrices } from '../relaxation/prices.ts';
import type { Relaxation } from '../relaxation/relaxation.ts';
import type { MonthModel } from '../model/month-model.ts';
import type { Tier } from '../problem.ts';
import { branchingFor } from './branching.ts';
import type { BranchOn, ProofNode } from './certificate.ts';
import { emptyLeaf, type PricedLeaf, pricedLeaf } from './whole-prices.ts';

export interface ProofTask {
  readonly model: MonthModel;
  readonly layout: Layout;
  readonly relaxation: Relaxation;
  readonly root: Box;
  readonly tier: Tier;
  readonly held: readonly HeldTier[];
  /** What the columns of the plan that is to be proven optimal cost; null to prove that no plan exists. */
  readonly target: number | null;
  /** Dual prices to try at the root before the relaxation is asked; they often prove the whole tier. */
  readonly proposed: readonly DualPrices[];
  readonly leafLimit: number;
  readonly deadline: Deadline;
  readonly onProgress: () => void;
  /** What the columns of a choice cost in this tier; null where the choice breaks a rule or a held tier. */
  readonly costOf: (choice: Choice) => number | null;
}

export interface TierProof {
  readonly tree: ProofNode;
  /** The bound that the tree proves; +∞ where no plan exists, −∞ where it proves nothing. */
  readonly bound: number;
  readonly leaves: number;
  /** A plan better than the target, if one turned up on the way. */
  readonly better: Choice | null;
}

/** A single leaf for the whole month from prices already at hand; null where none of them proves the target. */
export function proveAtOnce(task: ProofTask): TierProof | null {
  const at: LagrangianCase = { ...task, box: task.root };
  for (const prices of task.proposed) {
    const leaf =
      task.target === null
        ? emptyLeaf(at, task.relaxation.pool, prices)
        : pricedLeaf(at, task.relaxation.pool, task.tier, prices, task.target);
    if (leaf !== null && leaf.bound >= (task.target ?? Infinity)) {
      return { tree: leaf.leaf, bound: leaf.bound, leaves: 1, better: null };
    }
  }
  return null;
}

/**
 * A branching tree with complete dual prices in its leaves, grown until it proves the target or reaches a limit.
 * Precondition: the relaxation minimises this tier and holds the earlier ones; it is left in the root's box.
 */
export function proveTier(task: ProofTask): TierProof | null {
  const proof = proveAtOnce(task) ?? new TreeProof(task).grow();
  task.relaxation.enter(task.root);
  return proof;
}

/** Of months with at most so many pairs whole points are split as well. */
const FEW_PAIRS = 64;
/** Greatest depth of a tree. Trees are grown, written and read by recursion, and the stack holds a few times this. */
const DEEPEST = 300;

class TreeProof {
  private leaves = 0;
  private better: Choice | null = null;
  private target: number;
  private lowest = Infinity;

  constructor(private readonly task: ProofTask) {
    this.target = task.target ?? Infinity;
  }

  grow(): TierProof | null {
    const { root, proposed, model, layout } = this.task;
    const tree = this.node(root, proposed[0] ?? zeroPrices(model, layout), 0);
    if (tree === null) return null;
    const { leaves, better } = this;
    return { tree, bound: this.lowest, leaves, better };
  }

  /** The subtree of a box; `inherited` are the prices of its parent. Null where no whole prices prove it. */
  private node(box: Box, inherited: DualPrices, depth: number): ProofNode | null {
    const { model, layout, relaxation, tier, deadline, leafLimit } = this.task;
    const at: LagrangianCase = { ...this.task, box };
    const price = (prices: DualPrices): PricedLeaf | null => pricedLeaf(at, relaxation.pool, tier, prices, this.target);
    if (isEmpty(box)) return this.leaf(price(zeroPrices(model, layout)), true);
    relaxation.enter(box);
    const solved = relaxation.solve(deadline);
    if (solved.end === 'stopped') return this.leaf(price(inherited));
    if (solved.end === 'infeasible') {
      const empty = solved.prices === null ? null : emptyLeaf(at, relaxation.pool, solved.prices);
      const split = empty === null ? this.splitAt(depth, this.undecided(box)) : null;
      if (split !== null) return this.both(box, split, inherited, depth);
      return this.leaf(empty ?? price(inherited));
    }
    const priced = price(solved.prices);
    if (priced === null || priced.bound >= this.target) return this.leaf(priced);
    const fractional = branchingFor(model, solved.point);
    if (fractional === null) this.consider(solved.point.pairs);
    const branch = fractional ?? this.splitAt(depth, this.undecided(box, solved.point.pairs));
    if (branch === null || this.leaves >= leafLimit || depth >= DEEPEST) return this.leaf(priced);
    return this.both(box, branch, solved.prices, depth);
  }

  private both(box: Box, branch: BranchOn, prices: DualPrices, depth: number): ProofNode | null {
    const { model, layout, onProgress } = this.task;
    onProgress();
    const no = this.node(childBox(model, layout, box, branch, false), prices, depth + 1);
    const yes = this.node(childBox(model, layout, box, branch, true), prices, depth + 1);
    return no === null || yes === null ? null : { branch, no, yes };
  }

  /**
   * Where prices lose units to rounding although nothing is fractional, the two halves of a box mostly have simpler ones.
   * Of a small month every plan could have a leaf of its own; of a large one such halves would have no end.
   */
  private splitAt(depth: number, pair: number | null): BranchOn | null {
    const { model, leafLimit } = this.task;
    const { pairs } = model;
    if (pair === null || pairs.count > FEW_PAIRS || this.leaves >= leafLimit || depth >= DEEPEST) return null;
    return { on: 'pair', specialist: pairs.specialist[pair] ?? 0, meeting: pairs.meeting[pair] ?? 0 };
  }

  /** A pair about which the box says nothing, of these before others. */
  private undecided({ pairs: { lower, upper } }: Box, first: readonly { readonly pair: number }[] = []): number | null {
    const isOpen = (pair: number) => lower[pair] === 0 && upper[pair] === 1;
    const found = first.find(({ pair }) => isOpen(pair))?.pair ?? lower.findIndex((_, pair) => isOpen(pair));
    return found < 0 ? null : found;
  }

  private leaf(priced: PricedLeaf | null, isVoid = false): ProofNode | null {
    if (priced === null) return null;
    this.leaves += 1;
    if (!isVoid) this.lowest = Math.min(this.lowest, priced.bound);
    return priced.leaf;
  }

  private consider(whole: readonly { readonly pair: number }[]): void {
    const { model, costOf } = this.task;
    const choice = new Uint8Array(model.pairs.count);
    for (const { pair } of whole) choice[pair] = 1;
    if (!isFeasible(model, choice)) return;
    const cost = costOf(choice);
    if (cost === null || cost >= this.target) return;
    this.target = cost;
    this.better = choice;
  }
}
