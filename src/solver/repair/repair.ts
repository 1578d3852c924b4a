import { DEFAULT_TIME_LIMIT_MS, solve } from '../engine/solve.ts';
import type { StopSignal } from '../engine/stop.ts';
import type { OnProgress, Plan, SolveOptions } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { type ElasticPlan, elasticPlan } from '../shortage/elastic-plan.ts';
import { afterEvents, type AfterOptions } from './after-events.ts';
import { type Change, changesBetween } from './changes.ts';
import type { KnownPlan, MonthEvent } from './month-event.ts';

export interface Repair {
  /** The month after the events as it was solved; `verify` checks the plan against it. */
  readonly problem: PlanProblem;
  readonly plan: Plan;
  readonly changes: readonly Change[];
  /**
   * What had to give way where not all demands of the month can be met; `plan` is then what is possible. Null where
   * they can.
   */
  readonly givenUp: GivenUp | null;
}

export interface GivenUp extends Pick<ElasticPlan, 'uncovered' | 'lowered' | 'promised'> {
  /** The reason: facts that cannot all be kept. */
  readonly conflict: Plan['conflict'];
}

/**
 * The best plan after events in a published month: first what the events broke, then the fewest changes, then
 * everything else in the order of the policy. Accepted visits stay unless their own meeting changed or their person
 * cannot come; nobody is sent to a meeting that has begun. Where not all demands can be met, minima and mandatory
 * meetings give way.
 * @throws DomainError `input.invalid` for events that refer to something unknown.
 */
export async function repair(
  problem: PlanProblem,
  known: KnownPlan,
  events: readonly MonthEvent[],
  { now, improves, ...options }: AfterOptions & SolveOptions = {},
  onProgress?: OnProgress,
  signal?: StopSignal,
): Promise<Repair> {
  const after = afterEvents(problem, known, events, { now, improves });
  const plan = await solve(after, options, onProgress, signal);
  return asFarAsPossible({ problem, known, events, after, plan }, options, onProgress, signal);
}

export interface SolvedRepair {
  readonly problem: PlanProblem;
  readonly known: KnownPlan;
  readonly events: readonly MonthEvent[];
  /** See `afterEvents`. */
  readonly after: PlanProblem;
  readonly plan: Plan;
}

/**
 * The repair made from a plan of the month after the events; where that month has no plan, from the best that is
 * possible.
 */
export async function asFarAsPossible(
  { problem, known, events, after, plan }: SolvedRepair,
  { timeLimitMs = DEFAULT_TIME_LIMIT_MS, ...options }: SolveOptions = {},
  onProgress?: OnProgress,
  signal?: StopSignal,
): Promise<Repair> {
  const changed = (to: PlanProblem, by: Plan): Change[] => changesBetween(problem, known, events, to, by);
  const whole = { problem: after, plan, changes: changed(after, plan), givenUp: null };
  if (plan.status !== 'infeasible') return whole;
  const rest = Math.max(0, timeLimitMs - plan.effort.elapsedMs);
  const possible = await elasticPlan(after, { ...options, timeLimitMs: rest }, onProgress, signal);
  if (possible.plan === null) return whole;
  const { uncovered, lowered, promised } = possible;
  return {
    problem: possible.problem,
    plan: possible.plan,
    changes: changed(possible.problem, possible.plan),
    givenUp: { conflict: plan.conflict, uncovered, lowered, promised },
  };
}
