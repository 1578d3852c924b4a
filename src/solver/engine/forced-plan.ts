import type { Highs } from 'highs';
import { type Choice, isFeasible, objectiveOf } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import type { Tier } from '../problem.ts';
import { rootBox } from '../relaxation/box.ts';
import type { Layout } from '../relaxation/layout.ts';
import type { Relaxation } from '../relaxation/relaxation.ts';
import type { Objective } from '../relaxation/restricted-program.ts';
import { bestWholePlan } from './best-whole-plan.ts';
import { exactWeights } from './exact-weights.ts';
import { foldedWeights } from './folded-weights.ts';
import type { Deadline } from './stop.ts';
import { tierConstant } from './tier-constants.ts';

export interface ForcedTask {
  readonly highs: Highs;
  /** The month with one more demand than the month that the relaxation was built for. */
  readonly model: MonthModel;
  readonly layout: Layout;
  /** A relaxation that already holds the month; it is left in the box of the month with the demand. */
  readonly relaxation: Relaxation;
  readonly start: Choice | null;
  /** The best objectives without the demand, by tier, as far as they are proven. */
  readonly best: ReadonlyMap<Tier, number>;
  readonly deadline: Deadline;
}

export interface ForcedPlan {
  readonly end: 'plan' | 'infeasible' | 'unknown';
  readonly choice: Choice | null;
  readonly tiers: readonly { readonly tier: Tier; readonly objective: number }[];
  /** By the search; there is no certificate. */
  readonly proven: boolean;
}

const NOTHING = { choice: null, tiers: [], proven: false } as const;

/**
 * The best plan of a month with one demand more than a month that is already solved. Tiers in which it is as good as
 * the best without the demand need no proof; the remaining tiers are solved together, as many at a time as doubles can
 * hold apart.
 */
export function forcedPlan(task: ForcedTask): ForcedPlan {
  const { highs, model, layout, relaxation, deadline, best } = task;
  const { tiers } = model.problem.policy;
  const valueOf = (choice: Choice, tier: Tier): number => objectiveOf(model, choice, tier);
  let { start: choice } = task;
  let proven = true;
  const held: Tier[] = [];
  const reached = new Map<Tier, number>();
  relaxation.startAnew(rootBox(model, layout));

  const minimised = (objective: Objective, isProof: boolean): 'infeasible' | 'done' => {
    const costOf = (one: Choice): number => {
      if (held.some((tier) => valueOf(one, tier) > (reached.get(tier) ?? Infinity))) return Infinity;
      return tiers.reduce(
        (sum, tier) => sum + objective.weights[tier] * (valueOf(one, tier) - tierConstant(model, tier)),
        0,
      );
    };
    const adopt = (one: Choice | null): void => {
      if (one !== null && isFeasible(model, one) && (choice === null || costOf(one) < costOf(choice))) choice = one;
    };
    relaxation.minimise(objective);
    const relaxed = relaxation.solve(deadline);
    if (relaxed.end === 'infeasible' && choice === null) return 'infeasible';
    if (relaxed.end !== 'optimal') {
      proven = false;
      return 'done';
    }
    adopt(relaxation.choiceOf(relaxed.point));
    if (!isProof) return 'done';
    if (choice !== null && costOf(choice) <= Math.ceil(relaxed.value - TOLERANCE)) return 'done';
    const search = { highs, model, relaxation, objective, costOf, deadline, nodeLimit: null, onBound: () => undefined };
    const found = bestWholePlan(search, relaxed, choice);
    if (found.choice === null) return found.cutShort === null ? 'infeasible' : 'done';
    adopt(found.choice);
    proven &&= found.bound >= costOf(choice ?? found.choice);
    return 'done';
  };

  if (minimised({ weights: foldedWeights(model), tieBreaks: null }, false) === 'infeasible') {
    return { end: 'infeasible', ...NOTHING };
  }
  const hold = (tier: Tier): void => {
    if (choice === null) return;
    const objective = valueOf(choice, tier);
    reached.set(tier, objective);
    held.push(tier);
    // Nothing is searched for after the last.
    if (held.length < tiers.length)
      relaxation.hold({ tier, position: tiers.indexOf(tier), reached: objective - tierConstant(model, tier) });
  };
  while (held.length < tiers.length) {
    const rest = tiers.slice(held.length);
    const [next] = rest;
    const isAsGood = held.every((tier) => reached.get(tier) === best.get(tier));
    if (next !== undefined && choice !== null && isAsGood && valueOf(choice, next) === best.get(next)) {
      hold(next);
      continue;
    }
    const { weights, folded } = exactWeights(model, layout, rest);
    if (minimised({ weights, tieBreaks: null }, true) === 'infeasible') return { end: 'infeasible', ...NOTHING };
    if (choice === null) return { end: 'unknown', ...NOTHING };
    folded.forEach(hold);
  }
  const plan = choice;
  if (plan === null) return { end: 'unknown', ...NOTHING };
  return { end: 'plan', choice: plan, tiers: tiers.map((tier) => ({ tier, objective: valueOf(plan, tier) })), proven };
}

/** Objectives are whole numbers; the floats of HiGHS are this close to them. */
const TOLERANCE = 1e-3;
