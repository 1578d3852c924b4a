import type { MonthModel } from '../model/month-model.ts';
import { NO_WEIGHTS, visitCost, type Weights, weightOf } from '../relaxation/weights.ts';
import type { Tier } from '../problem.ts';
import { isFlat } from './tier-constants.ts';

/**
 * Weights that combine all tiers into one linear objective: large enough that an earlier tier nearly always wins, small
 * enough for doubles. A plan found with them is only a start; each tier is then proven or improved by itself.
 */
export function foldedWeights(model: MonthModel): Weights {
  const tiers = [...model.problem.policy.tiers]
    .reverse()
    .filter((tier) => !isFlat(model, tier))
    .map((tier) => ({ tier, ...sizeOf(model, tier) }));
  const folded = (share: number): { weights: Weights; largest: number } => {
    const weights = { ...NO_WEIGHTS };
    let below = 0;
    for (const { tier, unit, span } of tiers) {
      weights[tier] = below === 0 ? 1 : Math.ceil(Math.max(1, ((2 * below) / unit) * share));
      below = weights[tier] * span;
    }
    return { weights, largest: below };
  };
  // Costs of a million beside loads of hundreds multiply to more than a double can resolve; then the ratio between
  // every two tiers is reduced alike.
  let share = 1;
  while (folded(share).largest > LARGEST && share > SMALLEST_SHARE) share /= 2;
  return folded(share).weights;
}

/** The largest cost at which a double in the linear programme still resolves costs of 1. */
const LARGEST = 1e12;
const SMALLEST_SHARE = 2 ** -60;

/** The smallest difference that matters in a tier, and the most by which one assignment changes it. */
function sizeOf(model: MonthModel, tier: Tier): { unit: number; span: number } {
  switch (tier) {
    case 'coverage': {
      const values = model.seatValues.flat().filter((value) => value > 0);
      return {
        unit: values.reduce((least, value) => Math.min(least, value), Infinity),
        span: values.reduce((most, value) => Math.max(most, value), 0),
      };
    }
    case 'fairness': {
      const fairness = weightOf('fairness');
      const span = model.specialists.reduce(
        (most, { maxVisits }, s) => Math.max(most, Math.abs(visitCost(model, fairness, s, Math.min(maxVisits, 12)))),
        1,
      );
      return { unit: 500, span };
    }
    case 'quality':
    case 'stability': {
      const costs = model.pairs[tier];
      const rewards = tier === 'quality' ? model.company.together : [];
      const largest = rewards.reduce((most, { reward }) => Math.max(most, reward), 1);
      return { unit: 1, span: costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), largest) };
    }
    case 'linkage':
      return { unit: 1, span: 1 };
  }
}
