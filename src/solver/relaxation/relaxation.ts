import type { Highs } from 'highs';
import type { Deadline } from '../engine/stop.ts';
import type { MonthModel } from '../model/month-model.ts';
import { findPair } from '../model/pair-table.ts';
import type { Box } from './box.ts';
import type { CliquePool } from './clique-pool.ts';
import { addLagrangian, FloatSum, type HeldTier } from './lagrangian.ts';
import type { Layout } from './layout.ts';
import { type DualPrices, mapPrices, pricedWeights, reducedPairCosts, sound } from './prices.ts';
import type { RelaxationStart } from './relaxation-start.ts';
import {
  NO_OBJECTIVE,
  type Objective,
  type Point,
  RestrictedProgram,
  type WholeProgram,
} from './restricted-program.ts';
import { NO_WEIGHTS } from './weights.ts';

export interface Optimum {
  readonly end: 'optimal';
  readonly point: Point;
  readonly prices: DualPrices;
  readonly value: number;
}

export type Relaxed =
  | Optimum
  /** `prices` prove it where they are given. */
  | { readonly end: 'infeasible'; readonly prices: DualPrices | null }
  /** With the prices of the last programme that was solved, which prove some bound. */
  | { readonly end: 'stopped'; readonly prices: DualPrices | null };

/** Reduced costs above this are no improvement. */
const GAIN = 1e-6;
/** The bound that a ray scaled to a largest price of 1 must exceed to prove infeasibility. */
const EMPTY = 1e-9;

/**
 * The linear relaxation of a month with maximal cliques, solved over few of its pairs (sifting): pairs that could
 * improve it are added by their reduced cost, and cliques once they are overfilled, until there are none of either. It
 * keeps its basis from one objective, box or tier to the next.
 */
export class Relaxation {
  linearPrograms = 0;
  private readonly program: RestrictedProgram;
  private readonly reduced: Float64Array;
  private objective: Objective = NO_OBJECTIVE;

  constructor(
    private readonly highs: Highs,
    private model: MonthModel,
    private readonly layout: Layout,
    readonly pool: CliquePool,
    box: Box,
    start: RelaxationStart,
  ) {
    this.program = new RestrictedProgram(highs, model, layout, pool, box, start);
    this.reduced = new Float64Array(model.pairs.count);
  }

  dispose(): void {
    this.program.lp.dispose();
  }

  /**
   * The programme goes on with a model of the same month in which other pairs are published, as `decidedAnew` makes it;
   * its objective and its box are to be set anew. The tier of stability must not have been held.
   */
  turnTo(model: MonthModel): void {
    this.model = model;
    this.program.turnTo(model);
  }

  /** From now on no plan may be worse than the objective reached in this tier. */
  hold(tier: HeldTier): void {
    this.program.hold(tier);
  }

  /** Releases all tiers and enters another box; pairs and cliques that were added stay. */
  startAnew(box: Box): void {
    this.program.release();
    this.program.enter(box);
    this.program.lp.options.set('simplex_strategy', DUAL);
  }

  minimise(objective: Objective): void {
    this.objective = objective;
    this.program.minimise(objective);
  }

  enter(box: Box): void {
    this.program.enter(box);
  }

  /** The pairs in the programme. */
  get included(): readonly number[] {
    return this.program.included;
  }

  /** A separate copy of the programme with integer decisions and only some of the pairs. */
  wholeProgram(pairs: readonly number[]): WholeProgram {
    return this.program.wholeProgram(pairs);
  }

  get pairCount(): number {
    return this.model.pairs.count;
  }

  /** A point as a choice of pairs; null where it is not whole. */
  choiceOf({ isWhole, pairs }: Point): Uint8Array | null {
    if (!isWhole) return null;
    const choice = new Uint8Array(this.model.pairs.count);
    for (const { pair } of pairs) choice[pair] = 1;
    return choice;
  }

  /**
   * Adds the cliques that a whole plan overfills; in small months for everybody, because otherwise the next plan has
   * the same clash with another person.
   * @returns the number of rows added.
   */
  cutOffChoice(choice: Uint8Array): number {
    const pairs: { pair: number; value: number }[] = [];
    choice.forEach((chosen, pair) => (chosen === 1 ? pairs.push({ pair, value: 1 }) : 0));
    const overfilled = this.overfilledBy(pairs);
    return this.isSmall
      ? this.addForEverybody(new Set(overfilled.map(({ clique }) => clique)))
      : this.addRows(overfilled);
  }

  /**
   * Adds cliques for every two meetings that exclude each other, for everybody who is eligible for both; does nothing
   * in large months.
   */
  coverAllExclusions(): void {
    if (!this.isSmall) return;
    const cliques = this.pool.coverAll();
    if (cliques.size * this.model.specialists.length <= MOST_ROWS) this.addForEverybody(cliques);
  }

  /** Whether the rows for everybody cost less time than they save. */
  private get isSmall(): boolean {
    return this.model.pairs.count <= SMALL_PAIRS;
  }

  solve(deadline: Deadline, onRound: () => void = () => undefined): Relaxed {
    let last: DualPrices | null = null;
    for (;;) {
      const status = this.run(deadline);
      onRound();
      if (status === 'stopped') return { end: 'stopped', prices: last };
      if (status === 'infeasible') {
        const answer = this.refute(deadline);
        if (answer !== 'again') return { end: 'infeasible', prices: answer };
        continue;
      }
      const { colValue, rowDual } = this.program.lp.getSolution();
      const prices = this.program.pricesOf(rowDual);
      last = prices;
      const missing = this.improving(prices, this.objective);
      if (missing.length > 0) {
        this.program.include(missing);
        this.program.lp.options.set('simplex_strategy', PRIMAL);
        continue;
      }
      const point = this.program.pointOf(colValue);
      if (this.cutOff(point.pairs) > 0) {
        this.program.lp.options.set('simplex_strategy', DUAL);
        continue;
      }
      return { end: 'optimal', point, prices, value: this.program.lp.getObjectiveValue() };
    }
  }

  /** Reduced costs of all pairs at these prices; overwritten by the next call. */
  reducedCosts(prices: DualPrices, objective: Objective): Float64Array {
    this.priceAll(prices, objective);
    return this.reduced;
  }

  private run(deadline: Deadline): 'optimal' | 'infeasible' | 'stopped' {
    const ended = this.runOnce(deadline);
    if (ended !== 'stopped' || deadline.reason() !== null) return ended;
    // Costs of very different size can mislead the simplex; without its old basis and scale it mostly succeeds.
    this.program.renew();
    this.program.lp.options.set('simplex_strategy', DUAL);
    const again = this.runOnce(deadline);
    if (again !== 'stopped' || deadline.reason() !== null) return again;
    // Presolve takes out the rows and columns that the simplex stumbles over; it is left off otherwise, for it loses rays.
    this.program.renew();
    this.program.lp.options.set('presolve', 'on');
    const presolved = this.runOnce(deadline);
    this.program.lp.options.set('presolve', 'off');
    return presolved;
  }

  private runOnce(deadline: Deadline): 'optimal' | 'infeasible' | 'stopped' {
    const { callbackType, modelStatus } = this.highs.constants;
    this.linearPrograms += 1;
    this.program.lp.options.set('time_limit', this.program.lp.getRunTime() + deadline.remainingSeconds());
    let status: number;
    try {
      status = this.program.lp.run({
        [callbackType.simplexInterrupt]: (event) => {
          if (deadline.reason() !== null) event.interrupt();
          return undefined;
        },
      }).modelStatus;
    } catch (error) {
      if ((error as Error).name !== 'HighsError') throw error;
      return 'stopped';
    }
    if (status === modelStatus.optimal) return 'optimal';
    return status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible ? 'infeasible' : 'stopped';
  }

  /**
   * What an infeasible programme over few pairs shows about all pairs: prices that prove infeasibility, nothing, or
   * that more pairs have to be added first.
   */
  private refute(deadline: Deadline): DualPrices | null | 'again' {
    const ray = this.rayOfInfeasible(deadline);
    const all = this.model.pairs.count;
    if (ray !== undefined) {
      for (const sign of [1, -1]) {
        const prices = sound(mapPrices(this.program.pricesOf(ray.values), (price) => sign * price));
        if (this.emptiness(prices) <= EMPTY) continue;
        const missing = this.improving(prices, NO_OBJECTIVE);
        if (missing.length === 0) return prices;
        this.program.include(missing);
        return 'again';
      }
    }
    if (this.program.included.length === all) return null;
    this.program.include(Array.from({ length: all }, (_, pair) => pair));
    return 'again';
  }

  /** The primal simplex may find a programme infeasible without returning a ray; the dual simplex then produces one. */
  private rayOfInfeasible(deadline: Deadline): { readonly values: Float64Array } | undefined {
    const ray = this.program.lp.getDualRay();
    if (ray !== undefined) return ray;
    this.program.lp.options.set('simplex_strategy', DUAL);
    return this.run(deadline) === 'infeasible' ? this.program.lp.getDualRay() : undefined;
  }

  /**
   * The bound that prices without an objective prove over the pairs in the programme; above 0 it proves infeasibility.
   */
  private emptiness(prices: DualPrices): number {
    const sum = new FloatSum();
    this.priceAll(prices, NO_OBJECTIVE);
    const { model, layout, reduced } = this;
    const { box, held } = this.program;
    const weights = pricedWeights(NO_WEIGHTS, prices, model);
    addLagrangian({ model, layout, box, held }, prices, weights, reduced, sum, (pair) => this.program.has(pair));
    return sum.total;
  }

  /** Pairs outside the programme whose reduced cost improves it, the best of each meeting. */
  private improving(prices: DualPrices, objective: Objective): number[] {
    this.priceAll(prices, objective);
    const { pairs, meetings } = this.model;
    const found: number[] = [];
    const best: number[] = [];
    meetings.forEach((_, m) => {
      best.length = 0;
      const end = pairs.startOfMeeting[m + 1] ?? 0;
      for (let at = pairs.startOfMeeting[m] ?? 0; at < end; at += 1) {
        const pair = pairs.ofMeeting[at] ?? 0;
        if (this.program.has(pair)) continue;
        if ((this.reduced[pair] ?? 0) < -GAIN && this.program.box.pairs.upper[pair] === 1) best.push(pair);
      }
      best.sort((a, b) => (this.reduced[a] ?? 0) - (this.reduced[b] ?? 0) || a - b);
      found.push(...best.slice(0, PER_MEETING));
    });
    return found;
  }

  private priceAll(prices: DualPrices, { weights, tieBreaks }: Objective): void {
    const { model, pool, reduced } = this;
    reducedPairCosts(model, pool, prices, pricedWeights(weights, prices, model), reduced);
    if (tieBreaks !== null)
      for (let pair = 0; pair < reduced.length; pair += 1)
        reduced[pair] = (reduced[pair] ?? 0) + (tieBreaks[pair] ?? 0);
  }

  /** Adds the cliques that a plan overfills. */
  private cutOff(plan: Point['pairs']): number {
    return this.addRows(this.overfilledBy(plan));
  }

  private addForEverybody(cliques: Iterable<number>): number {
    const { pairs, specialists } = this.model;
    const fresh: CliqueRow[] = [];
    for (const clique of cliques) {
      const members = this.pool.members(clique);
      specialists.forEach((_, specialist) => {
        if (!this.pool.holds(clique, specialist) || this.program.hasClique(specialist, clique)) return;
        let eligible = 0;
        for (const m of members) eligible += findPair(pairs, specialist, m) < 0 ? 0 : 1;
        if (eligible > this.pool.most(clique)) fresh.push({ specialist, clique });
      });
    }
    return this.addRows(fresh);
  }

  private addRows(fresh: readonly CliqueRow[]): number {
    this.program.addCliqueRows(fresh);
    return fresh.length;
  }

  /** Cliques that a plan overfills and that are no rows yet. */
  private overfilledBy(plan: Point['pairs']): CliqueRow[] {
    const { pairs, specialists } = this.model;
    const months = specialists.map((): { meeting: number; weight: number }[] => []);
    for (const { pair, value } of plan) {
      months[pairs.specialist[pair] ?? 0]?.push({ meeting: pairs.meeting[pair] ?? 0, weight: value });
    }
    const fresh: CliqueRow[] = [];
    months.forEach((month, specialist) => {
      for (const clique of this.pool.overfilled(specialist, month)) {
        if (!this.program.hasClique(specialist, clique)) fresh.push({ specialist, clique });
      }
    });
    return fresh;
  }
}

interface CliqueRow {
  readonly specialist: number;
  readonly clique: number;
}

const SMALL_PAIRS = 20_000;
const MOST_ROWS = 20_000;
const PRIMAL = 4;
const DUAL = 1;
/** Pairs of one meeting that are added at once. */
const PER_MEETING = 6;
