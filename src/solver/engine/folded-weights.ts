import type { MonthModel } from '../model/month-model.ts';
import { NO_WEIGHTS, stepCost, type Weights, weightOf } from '../relaxation/weights.ts';
import type { Tier } from '../problem.ts';
import { isFlat } from './tier-constants.ts';

/**
 * Weights that make one linear objective of all tiers: large enough that an earlier tier nearly always wins, small
 * enough for floats. A plan found with them is a start; each tier is then proven, or improved, by itself.
 */
export function foldedWeights(model: MonthModel): Weights {
  const weights = { ...NO_WEIGHTS };
  let below = 0;
  for (const tier of [...model.problem.policy.tiers].reverse()) {
    if (isFlat(model, tier)) continue;
    const { unit, span } = sizeOf(model, tier);
    weights[tier] = below === 0 ? 1 : Math.ceil((2 * below) / unit);
    below = weights[tier] * span;
  }
  return weights;
}

/** The least difference that matters in a tier, and the most that one assignment changes it by. */
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
        (most, { maxVisits }, s) => Math.max(most, Math.abs(stepCost(model, fairness, s, Math.min(maxVisits, 12)))),
        1,
      );
      return { unit: 500, span };
    }
    case 'quality':
    case 'stability': {
      const costs = model.pairs[tier];
      return { unit: 1, span: costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), 1) };
    }
    case 'linkage':
      return { unit: 1, span: 1 };
  }
}
