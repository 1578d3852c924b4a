import { stepCost, togetherCost, unitCost, type Weights, weightOf } from '../relaxation/weights.ts';
import { addLagrangian, type HeldTier, type LagrangianCase, WholeSum } from '../relaxation/lagrangian.ts';
import type { CliquePool } from '../relaxation/clique-pool.ts';
import {
  type DualPrices,
  mapPrices,
  pricedWeights,
  reducedPairCosts,
  sound,
  zeroPrices,
} from '../relaxation/prices.ts';
import type { MonthModel } from '../model/month-model.ts';
import type { Tier } from '../problem.ts';
import { withBestLoads } from './best-loads.ts';
import { fractionScales } from './fraction-scales.ts';
import type { PricedCell, PricedRow, Prices, ProofLeaf } from './certificate.ts';

export interface PricedLeaf {
  readonly leaf: ProofLeaf;
  /**
   * Lower bound on what the columns of any plan in the box cost; +∞ where the prices prove that no plan exists there.
   */
  readonly bound: number;
}

/**
 * Scales to try. Prices are often fractions with small denominators and lose nothing at those; otherwise the finest
 * scale whose sums stay exact loses least.
 */
const SCALES = [1, 2 ** 24, 2 ** 32, 2 ** 28, 2 ** 20, 2 ** 16, 60, 12, 2, 2 ** 10];

/**
 * Rounds dual prices to whole ones and computes exactly what these prove; null where no scale keeps the sums exact.
 * Other scales are tried for as long as it may be rounding that keeps the bound from the target.
 */
export function pricedLeaf(
  at: LagrangianCase,
  pool: CliquePool,
  tier: Tier,
  duals: DualPrices,
  target: number,
): PricedLeaf | null {
  const found: { best: PricedLeaf | null } = { best: null };
  /** The bound that these prices prove; −∞ where their sums are not exact. */
  const boundOf = (scale: number, prices: DualPrices): number => {
    const total = exactBound(at, pool, weightOf(tier, scale), prices);
    const bound = total === null ? -Infinity : ceilOf(total, scale);
    if (bound > (found.best?.bound ?? -Infinity)) {
      found.best = { leaf: { scale, prices: named(at, pool, prices) }, bound };
    }
    return bound;
  };
  for (const scale of SCALES) {
    const bound = boundOf(scale, wholePrices(duals, scale));
    if (bound >= target) return found.best;
    if (bound > -Infinity && target - bound > mostLostToRounding(at, scale)) return found.best;
  }
  if (found.best === null || at.held.length === 0) return found.best;
  for (const scale of fractionScales(duals.tiers)) {
    if (boundOf(scale, wholePrices(duals, scale)) >= target) return found.best;
  }
  const { scale } = found.best.leaf;
  boundOf(scale, withBestLoads(at, pool, weightOf(tier, scale), wholePrices(duals, scale)));
  return found.best;
}

/**
 * An upper estimate of what a bound loses when prices are rounded at this scale, and when it is rounded itself. Each
 * price moves by half a unit of the scale at most: in its own row, in each column that stands there, and, if it is the
 * price of a held tier, as many times as that tier counts a column.
 */
function mostLostToRounding(at: LagrangianCase, scale: number): number {
  const { model, layout, held } = at;
  const columns = model.pairs.count + layout.seats + layout.steps + layout.units;
  const none = zeroPrices(model, layout);
  const ofTier = ({ tier, reached }: HeldTier): number =>
    Math.abs(reached) + columns * largestSummand({ ...at, held: [] }, weightOf(tier, 1), none);
  return 1 + (ROWS_OF_A_COLUMN * columns + held.reduce((sum, one) => sum + ofTier(one), 0)) / scale;
}

/** A pair stands in the rows of its meeting, its person, its lead, its team and a few cliques. */
const ROWS_OF_A_COLUMN = 8;

/**
 * The same for prices that are to prove that the box holds no plan: without the objective, and with a bound above 0.
 */
export function emptyLeaf(at: LagrangianCase, pool: CliquePool, ray: DualPrices): PricedLeaf | null {
  const largest = largestOf(ray);
  if (largest === 0) return null;
  const empty = (prices: DualPrices): PricedLeaf | null => {
    const total = exactBound(at, pool, NO_OBJECTIVE, prices);
    return total !== null && total > 0n
      ? { leaf: { scale: 0, prices: named(at, pool, prices) }, bound: Infinity }
      : null;
  };
  for (const scale of SCALES) {
    const leaf = empty(wholePrices(ray, scale / largest));
    if (leaf !== null) return leaf;
  }
  // Of a ray any multiple proves the same. Where a held tier is priced at 1, the others are mostly whole as well.
  for (const tier of ray.tiers.filter((price) => price !== 0).map(Math.abs)) {
    const unit = mapPrices(ray, (price) => price / tier);
    for (const scale of [1, 2, 12, 60, 2 ** 10, ...fractionScales(unit.meetings), ...fractionScales(unit.loads)]) {
      const prices = wholePrices(unit, scale);
      const leaf = empty(prices) ?? empty(withBestLoads(at, pool, NO_OBJECTIVE, prices));
      if (leaf !== null) return leaf;
    }
  }
  return null;
}

const NO_OBJECTIVE: Weights = weightOf('coverage', 0);

/** Scaled and rounded; a sign that the row forbids becomes 0. */
function wholePrices(duals: DualPrices, scale: number): DualPrices {
  return sound(mapPrices(duals, (price) => Math.round(price * scale)));
}

let reduced = new Float64Array();

/** Null where a column's reduced cost, or a partial sum of it, could exceed what a double holds exactly. */
function exactBound(at: LagrangianCase, pool: CliquePool, own: Weights, prices: DualPrices): bigint | null {
  const { model } = at;
  const weights = pricedWeights(own, prices, model);
  if (largestSummand(at, weights, prices) > Number.MAX_SAFE_INTEGER) return null;
  if (reduced.length !== model.pairs.count) reduced = new Float64Array(model.pairs.count);
  reducedPairCosts(model, pool, prices, weights, reduced);
  const sum = new WholeSum();
  addLagrangian(at, prices, weights, reduced, sum);
  return sum.total;
}

/**
 * An upper limit on the size of every reduced cost, of its partial sums, and of every price times its right-hand side.
 */
function largestSummand({ model, held }: LagrangianCase, weights: Weights, prices: DualPrices): number {
  const { departments } = model.problem;
  const { pairs, specialists, meetings, seatValues, company } = model;
  const quality = Math.abs(weights.quality) * largestOnce(pairs.quality);
  const stability = Math.abs(weights.stability) * largestOnce(pairs.stability);
  const steps = specialists.flatMap(({ maxVisits }, s) => [
    stepCost(model, weights, s, 0),
    stepCost(model, weights, s, Math.max(0, maxVisits - 1)),
  ]);
  const units = specialists.flatMap((_, s) => [
    unitCost(model, weights, s, 0),
    unitCost(model, weights, s, model.points?.most[s] ?? 0),
  ]);
  const seats = seatValues.flatMap((values) => values.map((value) => value * weights.coverage));
  const cliques = new Float64Array(specialists.length);
  for (const { specialist, price, most } of prices.cliques)
    cliques[specialist] = (cliques[specialist] ?? 0) + Math.abs(price) * Math.max(1, most);
  const most = meetings.reduce((size, { maxObservers }) => Math.max(size, maxObservers), 1);
  return (
    quality +
    stability +
    Math.abs(weights.linkage) +
    largest(steps) +
    largest(seats) +
    largest(cliques) +
    (most + 1) * (largest(prices.meetings) + largest(prices.leads) + largest(prices.emptySeats)) +
    largest(prices.loads) +
    largest(prices.points) * (model.points?.units.reduce((most, units) => Math.max(most, units), 1) ?? 1) +
    largest(units) +
    company.apartFrom.reduce((most, groups) => Math.max(most, groups.length), 0) * largest(prices.apart) +
    2 * Math.max(1, model.problem.pairings?.length ?? 0) * largest(prices.together) +
    largest(company.together.map((_, i) => togetherCost(model, weights, i))) +
    (departments.length + 1) * largest(prices.teams) +
    largest(prices.departmentMin) * Math.max(1, largest(departments.map(({ minVisits }) => minVisits ?? 0))) +
    largest(prices.departmentMax) * Math.max(1, largest(departments.map(({ maxVisits }) => maxVisits ?? 0))) +
    largest(held.map(({ position, reached }) => (prices.tiers[position] ?? 0) * Math.max(1, Math.abs(reached))))
  );
}

const known = new WeakMap<object, number>();

/** Kept per array: the costs of all pairs are asked for again at every scale and tier, and never change. */
function largestOnce(costs: Float64Array): number {
  const before = known.get(costs);
  if (before !== undefined) return before;
  const found = largest(costs);
  known.set(costs, found);
  return found;
}

function largest(numbers: Float64Array | readonly number[]): number {
  let most = 0;
  for (const number of numbers) most = Math.max(most, Math.abs(number));
  return most;
}

function largestOf(prices: DualPrices): number {
  const { meetings, loads, leads, emptySeats, teams, departmentMin, departmentMax, tiers, cliques } = prices;
  const { apart, together, points } = prices;
  return Math.max(
    ...[meetings, loads, leads, emptySeats, teams, departmentMin, departmentMax, tiers, apart, together, points].map(
      largest,
    ),
    largest(cliques.map(({ price }) => price)),
  );
}

/** total / scale, rounded up. */
function ceilOf(total: bigint, scale: number): number {
  const divisor = BigInt(scale);
  const quotient = total / divisor;
  return Number(total > 0n && quotient * divisor !== total ? quotient + 1n : quotient);
}

function named({ model, layout }: LagrangianCase, pool: CliquePool, prices: DualPrices): Prices {
  const departments = model.problem.departments.length;
  const emptySeats: PricedCell[] = [];
  model.meetings.forEach((_, m) => {
    const start = layout.seatStart[m] ?? 0;
    for (const [seat, price] of rows(prices.emptySeats.subarray(start, layout.seatStart[m + 1]))) {
      emptySeats.push([m, seat, price]);
    }
  });
  const sets = prices.cliques.map(({ specialist, clique, price }): PricedCell => [specialist, clique, price]);
  const limits = sets.filter(([, set]) => set < pool.limits);
  return {
    tiers: rows(prices.tiers),
    meetings: rows(prices.meetings),
    loads: rows(prices.loads),
    cliques: sets.filter(([, set]) => set >= pool.limits),
    ...(limits.length > 0 && { limits }),
    ...(prices.points.length > 0 && { points: rows(prices.points) }),
    ...companyPrices(model, prices),
    leads: rows(prices.leads),
    emptySeats,
    departments: rows(prices.teams).map(([cell, price]): PricedCell => [
      Math.floor(cell / departments),
      cell % departments,
      price,
    ]),
    departmentMin: rows(prices.departmentMin),
    departmentMax: rows(prices.departmentMax),
  };
}

/** By pairing and meeting; prices of 0 are left out, and lists without any price. */
function companyPrices(
  { company }: MonthModel,
  prices: DualPrices,
): Pick<Prices, 'apart' | 'togetherFirst' | 'togetherSecond'> {
  const cells = (
    list: readonly { readonly pairing: number; readonly meeting: number }[],
    priceOf: (row: number) => number,
  ): PricedCell[] =>
    list.flatMap(({ pairing, meeting }, row): PricedCell[] =>
      priceOf(row) === 0 ? [] : [[pairing, meeting, priceOf(row)]],
    );
  const apart = cells(company.apart, (row) => prices.apart[row] ?? 0);
  const togetherFirst = cells(company.together, (row) => prices.together[2 * row] ?? 0);
  const togetherSecond = cells(company.together, (row) => prices.together[2 * row + 1] ?? 0);
  return {
    ...(apart.length > 0 && { apart }),
    ...(togetherFirst.length > 0 && { togetherFirst }),
    ...(togetherSecond.length > 0 && { togetherSecond }),
  };
}

function rows(prices: Float64Array): PricedRow[] {
  const list: PricedRow[] = [];
  prices.forEach((price, row) => (price === 0 ? 0 : list.push([row, price])));
  return list;
}
