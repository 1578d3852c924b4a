import { type Choice, countsOf } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import type { Layout } from '../relaxation/layout.ts';
import { type DualPrices, zeroPrices } from '../relaxation/prices.ts';
import { stepCost, weightOf } from '../relaxation/weights.ts';

/**
 * Prices that prove loads to be as even as possible where only the number of visits matters: every visit costs what the
 * next step of the lightest load does, whoever makes it. Where rules or distances force uneven loads they prove less,
 * and the relaxation has to find better ones.
 * @param coverageAt position of the coverage tier where it is held already; else null.
 */
export function uniformPrices(
  model: MonthModel,
  layout: Layout,
  choice: Choice,
  coverageAt: number | null,
): DualPrices[] {
  // There is no common price for visits that weigh differently.
  if (model.points !== null) return [];
  const { observers, visits } = countsOf(model, choice);
  const fairness = weightOf('fairness');
  let last = -Infinity;
  let next = Infinity;
  model.specialists.forEach((_, s) => {
    const load = visits[s] ?? 0;
    const most = (layout.stepStart[s + 1] ?? 0) - (layout.stepStart[s] ?? 0);
    if (load > 0) last = Math.max(last, stepCost(model, fairness, s, load - 1));
    if (load < most) next = Math.min(next, stepCost(model, fairness, s, load));
  });
  // A seat must stay dearer than the visit that fills it; otherwise leaving it empty would look like a gain.
  let cheapest = Infinity;
  model.seatValues.forEach((values, m) => {
    values
      .slice(0, observers[m] ?? 0)
      .forEach((value) => (cheapest = value > 0 ? Math.min(cheapest, value) : cheapest));
  });
  return [last, next].filter(Number.isFinite).map((price) => {
    const prices = zeroPrices(model, layout);
    prices.meetings.fill(price);
    prices.loads.fill(-price);
    if (price > 0 && coverageAt !== null && cheapest < Infinity)
      prices.tiers[coverageAt] = -Math.ceil(price / cheapest);
    return prices;
  });
}
