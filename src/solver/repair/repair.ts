import { solve } from '../engine/solve.ts';
import type { StopSignal } from '../engine/stop.ts';
import type { OnProgress, Plan, SolveOptions } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { afterEvents } from './after-events.ts';
import { type Change, changesBetween } from './changes.ts';
import type { KnownPlan, MonthEvent } from './month-event.ts';

export interface Repair {
  /** The month after the events, as it was solved; what `verify` checks the plan against. */
  readonly problem: PlanProblem;
  readonly plan: Plan;
  readonly changes: readonly Change[];
}

/**
 * The best plan after something has happened to a published month: coverage first, then the fewest changes, then all
 * else as the policy has it. Accepted visits stay unless their own meeting changed or their person cannot come.
 * @throws DomainError `input.invalid` for events that speak of what is not there.
 */
export async function repair(
  problem: PlanProblem,
  known: KnownPlan,
  events: readonly MonthEvent[],
  options: SolveOptions = {},
  onProgress?: OnProgress,
  signal?: StopSignal,
): Promise<Repair> {
  const after = afterEvents(problem, known, events);
  const plan = await solve(after, options, onProgress, signal);
  return { problem: after, plan, changes: changesBetween(problem, known, events, after, plan) };
}
