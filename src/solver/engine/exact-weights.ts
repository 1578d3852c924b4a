import type { MonthModel } from '../model/month-model.ts';
import { pairsOfMeeting } from '../model/pair-table.ts';
import type { Layout } from '../relaxation/layout.ts';
import { NO_WEIGHTS, stepCost, togetherCost, unitCost, type Weights, weightOf } from '../relaxation/weights.ts';
import type { Tier } from '../problem.ts';

/** The largest cost of one decision beside which a double still resolves a cost of 1. */
const LARGEST = 1e9;

/**
 * Weights that combine tiers into one objective in which an earlier tier always outweighs the later ones: for as many
 * tiers, from the first on, as doubles can hold apart, and at least for the first.
 */
export function exactWeights(
  model: MonthModel,
  layout: Layout,
  tiers: readonly Tier[],
): { readonly weights: Weights; readonly folded: readonly Tier[] } {
  for (let count = tiers.length; ; count -= 1) {
    const folded = tiers.slice(0, count);
    const weights = { ...NO_WEIGHTS };
    let [below, largest] = [0, 0];
    for (const tier of [...folded].reverse()) {
      const { range, largestCost } = sizeOf(model, layout, tier);
      weights[tier] = below + 1;
      below += weights[tier] * range;
      largest = Math.max(largest, weights[tier] * largestCost);
    }
    if (largest <= LARGEST || count <= 1) return { weights, folded };
  }
}

/** The most by which two plans can differ in a tier, and the largest cost of one decision. */
function sizeOf(model: MonthModel, layout: Layout, tier: Tier): { range: number; largestCost: number } {
  const costs: number[] = [];
  switch (tier) {
    case 'coverage':
      for (const values of model.seatValues) costs.push(...values);
      break;
    case 'fairness':
      model.specialists.forEach((_, s) => {
        const steps = (layout.stepStart[s + 1] ?? 0) - (layout.stepStart[s] ?? 0);
        for (let step = 0; step < steps; step += 1) costs.push(stepCost(model, weightOf(tier), s, step));
        for (let unit = 0; unit < (model.points?.most[s] ?? 0); unit += 1) {
          costs.push(unitCost(model, weightOf(tier), s, unit));
        }
      });
      break;
    case 'quality':
    case 'stability':
    case 'linkage': {
      const ofPair = model.pairs[tier];
      model.meetings.forEach(({ maxObservers }, m) => {
        let [least, most] = [0, 0];
        for (const pair of pairsOfMeeting(model.pairs, m)) {
          least = Math.min(least, ofPair[pair] ?? 0);
          most = Math.max(most, ofPair[pair] ?? 0);
        }
        for (let seat = 0; seat < maxObservers; seat += 1) costs.push(most - least);
      });
      model.company.together.forEach((_, row) => costs.push(togetherCost(model, weightOf(tier), row)));
    }
  }
  return {
    range: costs.reduce((sum, cost) => sum + Math.abs(cost), 0),
    largestCost: costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0),
  };
}
