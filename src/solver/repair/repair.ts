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

export interface RepairOptions extends SolveOptions {
  /** Minutes since 1970-01-01T00:00Z: what began before stays and counts. Left out where the whole month lies ahead. */
  readonly now?: number;
}

/**
 * The best plan after something has happened to a published month: coverage first, then the fewest changes, then all
 * else as the policy has it. Accepted visits stay unless their own meeting changed or their person cannot come; nobody is sent
 * to a meeting that has begun.
 * @throws DomainError `input.invalid` for events that speak of what is not there.
 */
export async function repair(
  problem: PlanProblem,
  known: KnownPlan,
  events: readonly MonthEvent[],
  { now, ...options }: RepairOptions = {},
  onProgress?: OnProgress,
  signal?: StopSignal,
): Promise<Repair> {
  const after = afterEvents(problem, known, events, now ?? null);
  const plan = await solve(after, options, onProgress, signal);
  return { problem: after, plan, changes: changesBetween(problem, known, events, after, plan) };
}
