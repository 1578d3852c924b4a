import { ARC_AT_UPPER } from '../flow/flow-network.ts';
import { planSlots, type SlotMonth, type SlotPlan } from '../flow/slot-flow.ts';
import type { Choice } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import type { CliquePool } from '../relaxation/clique-pool.ts';
import type { Layout } from '../relaxation/layout.ts';
import { type CliquePrice, reducedPairCosts, zeroPrices } from '../relaxation/prices.ts';
import type { RelaxationStart } from '../relaxation/relaxation-start.ts';
import { slotsOf } from '../relaxation/slots.ts';
import type { Weights } from '../relaxation/weights.ts';
import { greedyStart } from './greedy-start.ts';
import { promisingPairs } from './promising-pairs.ts';
import { slotMonth } from './slot-month.ts';

export interface FlowStart {
  /** A plan close to that of the flow; null where none was found at once. */
  readonly choice: Choice | null;
  readonly relaxation: RelaxationStart;
}

/**
 * Starts the relaxation from a minimum-cost flow. The flow gives a plan with few empty seats, dual prices, the pairs
 * worth including and a basis; the linear programme then only has to account for the rules that a flow cannot express.
 */
export function flowStart(model: MonthModel, layout: Layout, pool: CliquePool, weights: Weights): FlowStart {
  const slotOf = slotsOf(model);
  const plan = flowPlan(slotMonth(model, layout, slotOf, weights));
  if (plan === null) return plainStart(model);
  const prices = zeroPrices(model, layout);
  const cliqueOfSlot = slotCliques(slotOf, pool);
  prices.meetings.set(plan.prices.meeting);
  prices.loads.set(plan.prices.specialist);
  const cliques = slotPrices(plan, cliqueOfSlot);
  const reduced = new Float64Array(model.pairs.count);
  reducedPairCosts(model, pool, { ...prices, cliques }, weights, reduced);
  const choice = repaired(model, plan, reduced) ?? greedyStart(model);
  const pairs = promisingPairs(model, choice, reduced);
  plan.basis.pairs.forEach((state, pair) => (state === 0 ? 0 : pairs.add(pair)));
  return { choice, relaxation: { pairs, cliques, basis: plan.basis } };
}

/** Null where no flow exists, and where values differ so much in size that the flow could not add them exactly. */
function flowPlan(month: SlotMonth): SlotPlan | null {
  try {
    const plan = planSlots(month);
    return plan.kind === 'optimal' ? plan : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Where there is no flow, or no time for one: a greedy plan, and the cheapest pairs by their own costs. */
export function plainStart(model: MonthModel): FlowStart {
  const choice = greedyStart(model);
  const pairs = promisingPairs(model, choice, model.pairs.quality);
  return { choice, relaxation: { pairs, cliques: [], basis: null } };
}

/** The flow's plan without pairs that break rules unknown to the flow, and then filled up again. */
function repaired(model: MonthModel, plan: SlotPlan, reduced: Float64Array): Choice | null {
  const wishes: number[] = [];
  plan.chosen.forEach((chosen, pair) => (chosen === 1 ? wishes.push(pair) : 0));
  return greedyStart(
    model,
    wishes.sort((a, b) => (reduced[a] ?? 0) - (reduced[b] ?? 0) || a - b),
  );
}

function slotCliques(slotOf: Int32Array, pool: CliquePool): number[] {
  const members: number[][] = [];
  slotOf.forEach((slot, m) => (members[slot] ??= []).push(m));
  return members.map((meetings) => (meetings.length > 1 ? pool.around(meetings) : -1));
}

/** Where a person has a single meeting in a slot, the bound of that pair says the same as a row would. */
function slotPrices(plan: SlotPlan, cliqueOfSlot: readonly number[]): CliquePrice[] {
  const prices: CliquePrice[] = [];
  plan.prices.slot.forEach((price, at) => {
    const specialist = Math.floor(at / cliqueOfSlot.length);
    const clique = cliqueOfSlot[at % cliqueOfSlot.length] ?? -1;
    const isTight = plan.basis.slots[at] === ARC_AT_UPPER;
    if (price < 0 && isTight && clique >= 0) prices.push({ specialist, clique, most: 1, price });
  });
  return prices;
}
