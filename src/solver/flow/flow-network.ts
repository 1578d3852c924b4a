import type { ViolatedCut } from './violated-cut.ts';

/**
 * A directed network as parallel arrays, with one entry per arc (`from` to `cost`) or per node (`supply`). Nodes are
 * numbered from 0; parallel arcs and loops are allowed. All numbers are whole.
 */
export interface FlowNetwork {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Least and most units on each arc; both finite, `lower` may be negative. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Price of a unit; may be negative, even around a cycle. */
  readonly cost: Float64Array;
  /** Units that enter (+) or leave (−) the network at each node; they sum to zero. */
  readonly supply: Float64Array;
  /** 1 for arcs to try before all others, 0 for the rest. Affects speed only, not the objective. */
  readonly promising?: Uint8Array;
}

export interface OptimalFlow {
  readonly kind: 'optimal';
  /** Units on each arc. */
  readonly flow: Float64Array;
  /**
   * What a unit is worth at each node, in whole numbers no larger than nodes × the highest cost. With the reduced cost
   * `cost + potential[from] − potential[to]`, an arc with a reduced cost above 0 is at its lower bound and one below 0
   * at its upper bound, which proves the flow optimal.
   */
  readonly potential: Float64Array;
  /** Σ cost × flow. */
  readonly objective: number;
  /** The state of each arc in the final basis, as one of the `ARC_…` values. */
  readonly states: Uint8Array;
  /** The basic arc that leads from each node to its parent in the tree; −1 where that is no arc of the network. */
  readonly arcUp: Int32Array;
}

/** As in linear programming: at the lower bound, basic (in the tree), at the upper bound. */
export const ARC_AT_LOWER = 0;
export const ARC_BASIC = 1;
export const ARC_AT_UPPER = 2;

export interface InfeasibleFlow {
  readonly kind: 'infeasible';
  readonly cut: ViolatedCut;
}

export type FlowAnswer = OptimalFlow | InfeasibleFlow;

/**
 * Checks that all sums and products of the search stay exact below 2^53.
 * @throws RangeError naming the array and position of a number that is not whole, out of range or too large.
 */
export function checkNetwork(network: FlowNetwork): void {
  const { nodes, from, to, lower, upper, cost, supply } = network;
  const arcs = from.length;
  if (!Number.isSafeInteger(nodes) || nodes < 0 || supply.length !== nodes)
    throw new RangeError('supply: one per node');
  for (const array of [to, lower, upper, cost]) {
    if (array.length !== arcs) throw new RangeError('arcs: from, to, lower, upper and cost differ in length');
  }
  from.forEach((node, arc) => inRange(node >= 0 && node < nodes, 'from', arc));
  to.forEach((node, arc) => inRange(node >= 0 && node < nodes, 'to', arc));
  let units = 0;
  lower.forEach((least, arc) => {
    const most = upper[arc] ?? NaN;
    inRange(Number.isSafeInteger(least), 'lower', arc);
    inRange(Number.isSafeInteger(most) && most >= least, 'upper', arc);
    units += Math.max(Math.abs(least), Math.abs(most), most - least);
  });
  let balance = 0;
  supply.forEach((amount, node) => {
    inRange(Number.isSafeInteger(amount), 'supply', node);
    balance += amount;
    units += Math.abs(amount);
  });
  if (balance !== 0) throw new RangeError('supply: does not sum to zero');
  if (units > Number.MAX_SAFE_INTEGER) throw new RangeError('upper: too many units in all');
  checkCosts(network, cost);
}

/** @throws RangeError as above, for the costs alone. */
export function checkCosts({ nodes, lower, upper }: FlowNetwork, cost: Float64Array): void {
  if (cost.length !== lower.length) throw new RangeError('cost: one per arc');
  let most = 0;
  let spent = 0;
  cost.forEach((price, arc) => {
    inRange(Number.isSafeInteger(price), 'cost', arc);
    const size = Math.abs(price);
    most = Math.max(most, size);
    spent += size * Math.max(Math.abs(lower[arc] ?? 0), Math.abs(upper[arc] ?? 0));
  });
  if (spent > Number.MAX_SAFE_INTEGER || priceOfShortage(nodes, most) * 4 > Number.MAX_SAFE_INTEGER) {
    throw new RangeError('cost: too large in all');
  }
}

/** More than any path through the network costs, so that no unit is left out while a path for it exists. */
export function priceOfShortage(nodes: number, mostCost: number): number {
  return (nodes + 1) * (mostCost + 1);
}

function inRange(fits: boolean, array: string, position: number): void {
  if (!fits) throw new RangeError(`${array}[${position}]`);
}
