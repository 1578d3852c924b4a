import type { CliquePool } from '../relaxation/clique-pool.ts';
import type { LagrangianCase } from '../relaxation/lagrangian.ts';
import { type DualPrices, pricedWeights, reducedPairCosts } from '../relaxation/prices.ts';
import { stepCost, type Weights } from '../relaxation/weights.ts';

/**
 * A breakpoint of one person's bound as a function of their load's price: where it is, and by how much the slope falls.
 */
interface Breakpoint {
  readonly at: number;
  readonly by: number;
}

/**
 * The same whole prices with each price of a load replaced by the best one, the other prices being given. Rounding a
 * tier's price shifts every step of everybody's load a little; over thousands of people that sums to more than one unit
 * of the bound.
 */
export function withBestLoads(at: LagrangianCase, pool: CliquePool, own: Weights, prices: DualPrices): DualPrices {
  const { model } = at;
  const weights = pricedWeights(own, prices, model);
  const reduced = new Float64Array(model.pairs.count);
  reducedPairCosts(model, pool, prices, weights, reduced);
  return { ...prices, loads: prices.loads.map((price, s) => bestLoad(at, prices, weights, reduced, s, price)) };
}

function bestLoad(
  { model, layout, box }: LagrangianCase,
  prices: DualPrices,
  weights: Weights,
  reduced: Float64Array,
  s: number,
  price: number,
): number {
  const { pairs, departmentOf } = model;
  const d = departmentOf[s] ?? 0;
  const breakpoints: Breakpoint[] = [];
  let slope = 0;
  for (let pair = pairs.startOfSpecialist[s] ?? 0; pair < (pairs.startOfSpecialist[s + 1] ?? 0); pair += 1) {
    const [lower, upper] = [box.pairs.lower[pair] ?? 0, box.pairs.upper[pair] ?? 0];
    slope -= lower;
    if (upper > lower) breakpoints.push({ at: (reduced[pair] ?? 0) + price, by: upper - lower });
  }
  const paid = (prices.departmentMin[d] ?? 0) + (prices.departmentMax[d] ?? 0);
  const start = layout.stepStart[s] ?? 0;
  for (let step = start; step < (layout.stepStart[s + 1] ?? 0); step += 1) {
    const [lower, upper] = [box.steps.lower[step] ?? 0, box.steps.upper[step] ?? 0];
    slope += upper;
    if (upper > lower) breakpoints.push({ at: paid - stepCost(model, weights, s, step - start), by: upper - lower });
  }
  if (slope <= 0) return price;
  breakpoints.sort((a, b) => a.at - b.at);
  for (const [i, { at, by }] of breakpoints.entries()) {
    slope -= by;
    if (slope < 0) return at;
    // Constant up to the next breakpoint: of equally good prices keep the one that was there.
    if (slope === 0) return Math.max(at, Math.min(price, breakpoints[i + 1]?.at ?? price));
  }
  return price;
}
