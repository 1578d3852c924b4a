import type { MonthModel } from '../model/month-model.ts';
import type { CliquePool } from './clique-pool.ts';
import type { Layout } from './layout.ts';
import { type Weights, pairCost } from './weights.ts';

/** A price for each row of the relaxation (see certificate/README.md), in the order of positions. */
export interface DualPrices {
  readonly meetings: Float64Array;
  readonly loads: Float64Array;
  readonly leads: Float64Array;
  /** By seat, in the order of the layout. */
  readonly emptySeats: Float64Array;
  /** By meeting · departments + department; empty where no meeting wants different departments. */
  readonly teams: Float64Array;
  readonly departmentMin: Float64Array;
  readonly departmentMax: Float64Array;
  /** By position among the rows of pairings; two per row of `together`, one for each person. */
  readonly apart: Float64Array;
  readonly together: Float64Array;
  /** By specialist; empty where loads are counted in visits. */
  readonly points: Float64Array;
  /** By position in the policy's order. */
  readonly tiers: Float64Array;
  readonly cliques: readonly CliquePrice[];
}

export interface CliquePrice {
  readonly specialist: number;
  readonly clique: number;
  /** How many meetings of the clique, or of the limit's set, one person can attend. */
  readonly most: number;
  readonly price: number;
}

export function zeroPrices(
  { meetings, specialists, company, points, problem }: MonthModel,
  layout: Layout,
): DualPrices {
  const { departments, policy } = problem;
  const hasTeams = meetings.some(({ team }) => team.differentDepartments);
  return {
    meetings: new Float64Array(meetings.length),
    loads: new Float64Array(specialists.length),
    leads: new Float64Array(meetings.length),
    emptySeats: new Float64Array(layout.seats),
    teams: new Float64Array(hasTeams ? meetings.length * departments.length : 0),
    departmentMin: new Float64Array(departments.length),
    departmentMax: new Float64Array(departments.length),
    points: new Float64Array(points === null ? 0 : specialists.length),
    apart: new Float64Array(company.apart.length),
    together: new Float64Array(2 * company.together.length),
    tiers: new Float64Array(policy.tiers.length),
    cliques: [],
  };
}

/** The prices with each one mapped. */
export function mapPrices(prices: DualPrices, change: (price: number) => number): DualPrices {
  return {
    meetings: prices.meetings.map(change),
    loads: prices.loads.map(change),
    leads: prices.leads.map(change),
    emptySeats: prices.emptySeats.map(change),
    teams: prices.teams.map(change),
    departmentMin: prices.departmentMin.map(change),
    departmentMax: prices.departmentMax.map(change),
    points: prices.points.map(change),
    apart: prices.apart.map(change),
    together: prices.together.map(change),
    tiers: prices.tiers.map(change),
    cliques: prices.cliques.map((one) => ({ ...one, price: change(one.price) })),
  };
}

/** The prices with those set to 0 that have a sign which their row forbids. */
export function sound(prices: DualPrices): DualPrices {
  const atLeast = (price: number): number => Math.max(0, price);
  const atMost = (price: number): number => Math.min(0, price);
  return {
    ...prices,
    leads: prices.leads.map(atLeast),
    emptySeats: prices.emptySeats.map(atLeast),
    teams: prices.teams.map(atMost),
    departmentMin: prices.departmentMin.map(atLeast),
    departmentMax: prices.departmentMax.map(atMost),
    apart: prices.apart.map(atMost),
    together: prices.together.map(atLeast),
    tiers: prices.tiers.map(atMost),
    cliques: prices.cliques.map((one) => ({ ...one, price: atMost(one.price) })).filter(({ price }) => price < 0),
  };
}

/** The weights of all tiers when held tiers are added to the objective at their prices. */
export function pricedWeights(weights: Weights, prices: DualPrices, { problem }: MonthModel): Weights {
  const total = { ...weights };
  problem.policy.tiers.forEach((tier, position) => (total[tier] -= prices.tiers[position] ?? 0));
  return total;
}

/**
 * What each pair costs less the prices of the rows in which it stands. Exact for whole prices and weights within a
 * double's exact range.
 * @param weights with the prices of tiers added (see `pricedWeights`).
 * @param out one entry per pair; overwritten.
 */
export function reducedPairCosts(
  model: MonthModel,
  pool: CliquePool,
  prices: DualPrices,
  weights: Weights,
  out: Float64Array,
): void {
  const { pairs, specialists, meetings, departmentOf } = model;
  const departments = model.problem.departments.length;
  const paid = new Float64Array(meetings.length);
  const paidToLead = new Float64Array(meetings.length);
  const clash = new Float64Array(meetings.length);
  const ofSpecialist = bySpecialist(prices.cliques, specialists.length);
  meetings.forEach((_, m) => {
    paid[m] = prices.meetings[m] ?? 0;
    paidToLead[m] = (prices.meetings[m] ?? 0) + (prices.leads[m] ?? 0);
  });
  specialists.forEach((specialist, s) => {
    const priced = ofSpecialist[s] ?? [];
    for (const { clique, price } of priced) {
      for (const m of pool.members(clique)) clash[m] = (clash[m] ?? 0) + price;
    }
    const ofMeeting = specialist.mayLead ? paidToLead : paid;
    const load = prices.loads[s] ?? 0;
    const point = prices.points[s] ?? 0;
    const department = departmentOf[s] ?? 0;
    const end = pairs.startOfSpecialist[s + 1] ?? 0;
    for (let pair = pairs.startOfSpecialist[s] ?? 0; pair < end; pair += 1) {
      const m = pairs.meeting[pair] ?? 0;
      const team = prices.teams.length === 0 ? 0 : (prices.teams[m * departments + department] ?? 0);
      out[pair] = pairCost(model, weights, pair) - (ofMeeting[m] ?? 0) - load - (clash[m] ?? 0) - team;
      if (point !== 0) out[pair] = (out[pair] ?? 0) - point * (model.points?.units[pair] ?? 0);
    }
    for (const { clique } of priced) for (const m of pool.members(clique)) clash[m] = 0;
  });
  const pay = (pair: number, price: number): void => {
    out[pair] = (out[pair] ?? 0) - price;
  };
  model.company.apart.forEach((row, i) => {
    for (const pair of row.pairs) pay(pair, prices.apart[i] ?? 0);
  });
  model.company.together.forEach((row, i) => {
    row.pairs.forEach((pair, person) => pay(pair, prices.together[2 * i + person] ?? 0));
  });
}

function bySpecialist(cliques: readonly CliquePrice[], size: number): CliquePrice[][] {
  const lists = Array.from({ length: size }, (): CliquePrice[] => []);
  for (const priced of cliques) lists[priced.specialist]?.push(priced);
  return lists;
}
