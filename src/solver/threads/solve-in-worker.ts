import type { OnProgress, Plan, SolveOptions } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { isRead } from '../read-problem.ts';
import { inKeptThread } from './kept-threads.ts';
import type { Stopping } from './solver-worker.ts';

/**
 * `solve` in a thread of its own, so that the event loop stays free. An abort resolves with the best plan so far if
 * there is one within a tenth of a second (or `stopping.graceMs`), and otherwise rejects with the signal's reason.
 */
export function solveInWorker(
  problem: PlanProblem,
  options: SolveOptions = {},
  onProgress?: OnProgress,
  signal?: AbortSignal,
  stopping?: Stopping,
): Promise<Plan> {
  const task = { kind: 'solve', problem, isRead: isRead(problem), options } as const;
  return inKeptThread(task, { onProgress, signal, stopping }) as Promise<Plan>;
}

/**
 * The same from JSON text of `readProblemText` to the JSON text of the plan, for callers that only store both: turning
 * months of many megabytes into objects would block their thread.
 */
export function solveTextInWorker(
  problem: string,
  options: SolveOptions = {},
  onProgress?: OnProgress,
  signal?: AbortSignal,
  stopping?: Stopping,
): Promise<string> {
  const task = { kind: 'solve', problem, isRead: true, options } as const;
  return inKeptThread(task, { onProgress, signal, stopping }) as Promise<string>;
}
