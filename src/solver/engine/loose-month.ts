import type { Highs } from 'highs';
import { withoutFacts } from '../model/facts.ts';
import { buildModel, type MonthModel } from '../model/month-model.ts';
import type { Fact } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { type Box, isEmpty, type Range, rootBox } from '../relaxation/box.ts';
import { CliquePool } from '../relaxation/clique-pool.ts';
import { type Layout, layoutOf } from '../relaxation/layout.ts';
import type { DualPrices } from '../relaxation/prices.ts';
import { Relaxation } from '../relaxation/relaxation.ts';
import { NO_OBJECTIVE } from '../relaxation/restricted-program.ts';
import { weightOf } from '../relaxation/weights.ts';
import { flowStart } from './flow-start.ts';
import { type Narrowing, narrowings } from './narrowings.ts';
import type { Deadline } from './stop.ts';

/** What the relaxation shows for a month with some of the facts. */
export type Answer =
  /** `by`: the facts that the refutation depends on; all that were kept where that is not known. */
  | { readonly end: 'refuted'; readonly by: readonly Fact[] }
  | { readonly end: 'has_plan' }
  /** The relaxation has a solution, but not a whole plan. */
  | { readonly end: 'open' }
  | { readonly end: 'stopped' };

/**
 * A month without the facts in question. Any of them are added as tighter bounds of columns of one relaxation, which
 * keeps its basis: with one fact less it is solved again in milliseconds, where a new month takes seconds.
 */
export class LooseMonth {
  private readonly model: MonthModel;
  private readonly layout: Layout;
  private readonly root: Box;
  private readonly narrowings: ReadonlyMap<Fact, Narrowing>;
  private readonly relaxation: Relaxation;

  /** @param facts may only narrow columns (see `isNarrowing`). */
  constructor(
    highs: Highs,
    problem: PlanProblem,
    facts: readonly Fact[],
    private readonly deadline: Deadline,
  ) {
    this.model = buildModel(withoutFacts(problem, facts));
    const layout = layoutOf(this.model);
    this.layout = layout;
    this.root = rootBox(this.model, layout);
    this.narrowings = narrowings(this.model, layout, problem, facts);
    const pool = new CliquePool(this.model);
    // A flow that fills as many seats as possible gives the pairs and the basis with which few pivots are left.
    const start = flowStart(this.model, layout, pool, weightOf('coverage')).relaxation;
    this.relaxation = new Relaxation(highs, this.model, layout, pool, this.root, start);
  }

  dispose(): void {
    this.relaxation.dispose();
  }

  /** Solves the month with these of the facts in question and no others. */
  ask(kept: readonly Fact[]): Answer {
    const box = this.boxOf(kept);
    if (box === null || isEmpty(box)) return { end: 'refuted', by: kept };
    this.relaxation.startAnew(box);
    const relaxed = this.relaxation.solve(this.deadline);
    if (relaxed.end === 'stopped') return { end: 'stopped' };
    if (relaxed.end === 'infeasible') {
      return { end: 'refuted', by: relaxed.prices === null ? kept : this.usedBy(relaxed.prices, kept) };
    }
    return { end: relaxed.point.isWhole ? 'has_plan' : 'open' };
  }

  /** Null where a fact demands more than the month without facts offers. */
  private boxOf(kept: readonly Fact[]): Box | null {
    const copy = ({ lower, upper }: Range): Range => ({ lower: lower.slice(), upper: upper.slice() });
    const { pairs, seats, steps, drops } = this.root;
    const box: Box = { pairs: copy(pairs), seats: copy(seats), steps: copy(steps), drops };
    for (const fact of kept) {
      const narrowing = this.narrowings.get(fact);
      if (narrowing === undefined) continue;
      if (narrowing === 'impossible') return null;
      const { of, columns, to } = narrowing;
      const end = to === 1 ? box[of].lower : box[of].upper;
      for (const column of columns) end[column] = to;
    }
    return box;
  }

  /** Facts that these prices need: without one of them a column of negative reduced cost would lower the sum. */
  private usedBy(prices: DualPrices, kept: readonly Fact[]): Fact[] {
    const { model, layout, relaxation } = this;
    const costs = {
      pairs: relaxation.reducedCosts(prices, NO_OBJECTIVE),
      seats: new Float64Array(layout.seats),
      steps: new Float64Array(layout.steps),
    };
    model.meetings.forEach((_, m) => {
      const end = layout.seatStart[m + 1] ?? 0;
      for (let seat = layout.seatStart[m] ?? 0; seat < end; seat += 1) {
        costs.seats[seat] = -(prices.meetings[m] ?? 0) - (prices.emptySeats[seat] ?? 0);
      }
    });
    model.specialists.forEach((_, s) => {
      const d = model.departmentOf[s] ?? 0;
      const paid = (prices.departmentMin[d] ?? 0) + (prices.departmentMax[d] ?? 0) - (prices.loads[s] ?? 0);
      costs.steps.fill(-paid, layout.stepStart[s] ?? 0, layout.stepStart[s + 1] ?? 0);
    });
    return kept.filter((fact) => {
      const narrowing = this.narrowings.get(fact);
      if (narrowing === undefined || narrowing === 'impossible') return true;
      const { of, columns, to } = narrowing;
      return columns.some((column) => (costs[of][column] ?? 0) * (to === 1 ? 1 : -1) > NOTHING);
    });
  }
}

/** Reduced costs this small are zero; the largest price of a ray is about 1. */
const NOTHING = 1e-7;
