import type { MonthModel } from '../model/month-model.ts';
import { deviation, unitPrice } from '../model/load-price.ts';
import type { Tier } from '../problem.ts';

/** The factor of each tier's objective in one linear objective. */
export type Weights = Readonly<Record<Tier, number>>;

export const NO_WEIGHTS: Weights = { coverage: 0, fairness: 0, quality: 0, stability: 0, linkage: 0 };

/** Only this tier. */
export function weightOf(tier: Tier, weight = 1): Weights {
  return { ...NO_WEIGHTS, [tier]: weight };
}

/** Cost of sending a pair; seats and loads have costs of their own. */
export function pairCost({ pairs }: MonthModel, { quality, stability, linkage }: Weights, pair: number): number {
  return (
    quality * (pairs.quality[pair] ?? 0) +
    stability * (pairs.stability[pair] ?? 0) +
    linkage * (pairs.linkage[pair] ?? 0)
  );
}

/** Cost of two people going together; negative. */
export function togetherCost({ company }: MonthModel, { quality }: Weights, row: number): number {
  return 0 - quality * (company.together[row]?.reward ?? 0);
}

/** Cost of leaving seat `k` of meeting `m` empty. */
export function seatCost({ seatValues }: MonthModel, { coverage }: Weights, m: number, k: number): number {
  return coverage * (seatValues[m]?.[k] ?? 0);
}

/** Cost of visit number `k + 1` of specialist `s`: (d + 100)² − d²; 0 where loads are counted in points. */
export function stepCost(model: MonthModel, weights: Weights, s: number, k: number): number {
  return model.points === null ? visitCost(model, weights, s, k) : 0;
}

/** Cost of unit number `k + 1` of a load that is counted in points. */
export function unitCost({ specialists, points }: MonthModel, { fairness }: Weights, s: number, k: number): number {
  const specialist = specialists[s];
  return specialist === undefined || points === null ? 0 : fairness * unitPrice(specialist, points.unit, k);
}

/** The cost of a step where every visit weighs the same. */
export function visitCost({ specialists }: MonthModel, { fairness }: Weights, s: number, k: number): number {
  const specialist = specialists[s];
  return specialist === undefined ? 0 : fairness * (200 * deviation(specialist, k) + 10_000);
}
