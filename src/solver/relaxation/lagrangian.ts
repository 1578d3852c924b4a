import type { MonthModel } from '../model/month-model.ts';
import type { Tier } from '../problem.ts';
import type { Box } from './box.ts';
import type { Layout } from './layout.ts';
import type { DualPrices } from './prices.ts';
import { seatCost, stepCost, togetherCost, unitCost, type Weights } from './weights.ts';

/** No plan may have more than `reached` in this tier. */
export interface HeldTier {
  readonly tier: Tier;
  readonly position: number;
  /** The reached objective without the tier's constant, which is what the columns may cost. */
  readonly reached: number;
}

/** Adds up the summands of a bound; whole prices give whole summands. */
export interface BoundSum {
  /** Adds a row's price times its right-hand side. */
  add(amount: number): void;
  /** Adds the least that a column with this reduced cost can contribute within its box. */
  addColumn(reducedCost: number, lower: number, upper: number): void;
}

/** What a set of prices is evaluated for. */
export interface LagrangianCase {
  readonly model: MonthModel;
  readonly layout: Layout;
  readonly held: readonly HeldTier[];
  readonly box: Box;
}

/**
 * Weak duality: for any prices of the right sign, a plan in the box costs at least the sum of what is added here (see
 * certificate/README.md). Prices of `≤` rows must be at most 0, those of `≥` rows at least 0.
 * @param weights with the prices of held tiers added (see `pricedWeights`).
 * @param reducedPairs see `reducedPairCosts`.
 * @param isIn the pairs to count; null counts all.
 */
export function addLagrangian(
  { model, layout, held, box }: LagrangianCase,
  prices: DualPrices,
  weights: Weights,
  reducedPairs: Float64Array,
  sum: BoundSum,
  isIn: ((pair: number) => boolean) | null = null,
): void {
  const { meetings, specialists, departmentOf, company, problem } = model;
  const { departments } = problem;
  for (const { position, reached } of held) sum.add((prices.tiers[position] ?? 0) * reached);
  for (const { price, most } of prices.cliques) sum.add(price * most);
  for (let pair = 0; pair < reducedPairs.length; pair += 1) {
    if (isIn !== null && !isIn(pair)) continue;
    sum.addColumn(reducedPairs[pair] ?? 0, box.pairs.lower[pair] ?? 0, box.pairs.upper[pair] ?? 0);
  }
  meetings.forEach((meeting, m) => {
    const price = prices.meetings[m] ?? 0;
    sum.add(price * meeting.maxObservers);
    const [start, end] = [layout.seatStart[m] ?? 0, layout.seatStart[m + 1] ?? 0];
    let nobody = -(prices.leads[m] ?? 0);
    for (let seat = start; seat < end; seat += 1) {
      const empty = prices.emptySeats[seat] ?? 0;
      nobody += empty;
      const cost = seatCost(model, weights, m, seat - start) - price - empty;
      sum.addColumn(cost, box.seats.lower[seat] ?? 0, box.seats.upper[seat] ?? 0);
    }
    if (prices.teams.length > 0) {
      departments.forEach((_, d) => {
        const team = prices.teams[m * departments.length + d] ?? 0;
        nobody -= team;
        sum.add(team);
      });
    }
    if (!meeting.team.lead) return;
    sum.add(prices.leads[m] ?? 0);
    sum.addColumn(nobody, box.drops.lower[m] ?? 0, box.drops.upper[m] ?? 0);
  });
  specialists.forEach((_, s) => {
    const d = departmentOf[s] ?? 0;
    const paid = (prices.departmentMin[d] ?? 0) + (prices.departmentMax[d] ?? 0) - (prices.loads[s] ?? 0);
    const [start, end] = [layout.stepStart[s] ?? 0, layout.stepStart[s + 1] ?? 0];
    for (let step = start; step < end; step += 1) {
      const cost = stepCost(model, weights, s, step - start) - paid;
      sum.addColumn(cost, box.steps.lower[step] ?? 0, box.steps.upper[step] ?? 0);
    }
  });
  prices.points.forEach((price, s) => {
    const [start, end] = [layout.unitStart[s] ?? 0, layout.unitStart[s + 1] ?? 0];
    for (let unit = 0; unit < end - start; unit += 1) sum.addColumn(unitCost(model, weights, s, unit) + price, 0, 1);
  });
  for (const price of prices.apart) sum.add(price);
  company.together.forEach((_, i) => {
    const paid = (prices.together[2 * i] ?? 0) + (prices.together[2 * i + 1] ?? 0);
    sum.addColumn(togetherCost(model, weights, i) + paid, 0, 1);
  });
  departments.forEach(({ minVisits, maxVisits }, d) => {
    sum.add((prices.departmentMin[d] ?? 0) * (minVisits ?? 0));
    sum.add((prices.departmentMax[d] ?? 0) * (maxVisits ?? 0));
  });
}

/** In floats, for choosing among prices. */
export class FloatSum implements BoundSum {
  total = 0;

  add(amount: number): void {
    this.total += amount;
  }

  addColumn(cost: number, lower: number, upper: number): void {
    this.total += cost * (cost > 0 ? lower : upper);
  }
}

/** Of whole summands, each within a double's exact range; the total may exceed it. */
export class WholeSum implements BoundSum {
  private recent = 0;
  private older = 0n;

  get total(): bigint {
    return this.older + BigInt(this.recent);
  }

  add(amount: number): void {
    this.recent += amount;
    if (Math.abs(this.recent) < 2 ** 52) return;
    this.older += BigInt(this.recent);
    this.recent = 0;
  }

  addColumn(cost: number, lower: number, upper: number): void {
    this.add(cost * (cost > 0 ? lower : upper));
  }
}
