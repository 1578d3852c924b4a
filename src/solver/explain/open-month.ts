import type { Highs } from 'highs';
import { flowStart } from '../engine/flow-start.ts';
import { foldedWeights } from '../engine/folded-weights.ts';
import { type ForcedPlan, forcedPlan } from '../engine/forced-plan.ts';
import { greedyStart } from '../engine/greedy-start.ts';
import { discardHighs, highs as loadEngine } from '../engine/highs-engine.ts';
import { DEFAULT_TIME_LIMIT_MS } from '../engine/solve.ts';
import { Deadline, type StopSignal } from '../engine/stop.ts';
import { type Choice, chosenPairs } from '../model/evaluate.ts';
import { inputHash } from '../model/canonical.ts';
import { buildModel, choiceOfPlan, decidedAnew, type MonthModel, positions } from '../model/month-model.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import { findPair } from '../model/pair-table.ts';
import type { SolveOptions } from '../plan.ts';
import type { Pin, PlanProblem, Tier } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { rootBox } from '../relaxation/box.ts';
import { CliquePool } from '../relaxation/clique-pool.ts';
import { type Layout, layoutOf } from '../relaxation/layout.ts';
import { Relaxation } from '../relaxation/relaxation.ts';
import { withPins } from '../with-pins.ts';
import { answerWithoutSolving, askedAbout, type AskedPlan, costsMore, type WhyNot, whyNot } from './why-not.ts';

/**
 * A solved month kept ready for questions: its linear programme stays in the engine, and after one pair is forced in a
 * few pivots restore the optimum. The answers are those of `whyNot`, without a certificate.
 */
export class OpenMonth {
  static async of(problem: PlanProblem, plan: AskedPlan): Promise<OpenMonth> {
    return new OpenMonth(await loadEngine(), readProblem(problem), plan);
  }

  private model: MonthModel;
  private readonly specialistAt: ReadonlyMap<string, number>;
  private readonly meetingAt: ReadonlyMap<string, number>;
  private going: readonly number[];
  private readonly layout: Layout;
  private readonly relaxation: Relaxation;
  /** The proven optimum of each tier of the plan. */
  private best: ReadonlyMap<Tier, number>;

  private constructor(
    private readonly highs: Highs,
    private problem: PlanProblem,
    private plan: AskedPlan,
  ) {
    const model = buildModel(askedAbout(problem, plan));
    const [layout, pool] = [layoutOf(model), new CliquePool(model)];
    const start = flowStart(model, layout, pool, foldedWeights(model));
    this.model = model;
    this.layout = layout;
    this.specialistAt = positions(model.specialists);
    this.meetingAt = positions(model.meetings);
    this.going = goingIn(model, plan);
    this.relaxation = new Relaxation(highs, model, layout, pool, rootBox(model, layout), start.relaxation);
    this.best = provenOf(plan);
  }

  /**
   * From now on the questions are about another plan of the same month, with other pins: people who change a plan ask
   * again after each change, and the engine keeps what it knows.
   * @param pins of a problem with the same ground (see `groundOf`).
   */
  turnTo(pins: readonly Pin[], plan: AskedPlan): void {
    const problem = withPins(this.problem, pins);
    const model = decidedAnew(this.model, askedAbout(problem, plan));
    this.relaxation.turnTo(model);
    this.model = model;
    this.going = goingIn(model, plan);
    this.best = provenOf(plan);
    [this.problem, this.plan] = [problem, plan];
  }

  async whyNot(wish: PairOfIds, options: SolveOptions, signal: StopSignal): Promise<WhyNot> {
    const { problem, plan } = this;
    const known = answerWithoutSolving(problem, plan, wish);
    if (known !== null) return known;
    const deadline = new Deadline(options.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS, signal);
    const pair = findPair(
      this.model.pairs,
      this.specialistAt.get(wish.specialistId) ?? -1,
      this.meetingAt.get(wish.meetingId) ?? -1,
    );
    const model = withForced(this.model, pair);
    const found = this.forced(model, greedyStart(model, [pair, ...this.going]), deadline);
    if (found.choice === null) {
      // A pair that contradicts other facts needs a longer search; that is rare.
      return found.end === 'infeasible' ? whyNot(problem, plan, wish, options, signal) : { kind: 'unknown' };
    }
    const assignments = chosenPairs(found.choice).map((one) => ({
      specialistId: model.specialists[model.pairs.specialist[one] ?? 0]?.id ?? '',
      meetingId: model.meetings[model.pairs.meeting[one] ?? 0]?.id ?? '',
    }));
    return costsMore(problem, plan, { tiers: found.tiers, assignments, proven: found.proven });
  }

  /** Frees the engine's memory. */
  close(): void {
    this.relaxation.dispose();
  }

  private forced(model: MonthModel, start: Choice | null, deadline: Deadline): ForcedPlan {
    const { highs, layout, relaxation, best } = this;
    try {
      return forcedPlan({ highs, model, layout, relaxation, start, best, deadline });
    } catch (error) {
      discardHighs();
      throw error;
    }
  }
}

/**
 * What months that differ in their pins and in the plans that people ask about have in common; null for a month that
 * shares its engine with no other: where a plan is published, or where a pin overrules what the others keep.
 */
export function groundOf(problem: PlanProblem): string | null {
  const isPlain = problem.published === null && problem.pins.every(({ overrules = [] }) => overrules.length === 0);
  return isPlain ? inputHash(withPins(problem, [])) : null;
}

function goingIn(model: MonthModel, plan: AskedPlan): readonly number[] {
  return chosenPairs(choiceOfPlan(model, plan.assignments));
}

function provenOf({ tiers }: AskedPlan): ReadonlyMap<Tier, number> {
  return new Map(tiers.flatMap(({ tier, objective, bound }) => (bound === objective ? [[tier, bound]] : [])));
}

/** The same month with this pair demanded, whatever the pins say about it. */
function withForced(model: MonthModel, pair: number): MonthModel {
  const { pairs } = model;
  return {
    ...model,
    pairs: {
      ...pairs,
      must: pairs.must.map((demanded, at) => (at === pair ? 1 : demanded)),
      mustNot: pairs.mustNot.map((forbidden, at) => (at === pair ? 0 : forbidden)),
    },
  };
}
