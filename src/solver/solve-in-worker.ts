import { Worker } from 'node:worker_threads';
import { DomainError } from '../kernel/domain-error.ts';
import type { OnProgress, Plan, SolveOptions } from './plan.ts';
import type { PlanProblem } from './problem.ts';
import { isRead } from './read-problem.ts';
import type { WorkerMessage, WorkerTask } from './worker-messages.ts';

/** How a worker that was asked to stop is waited for. */
export interface Stopping {
  /** So long it may take to hand over its best plan. */
  readonly graceMs?: number;
  /** Who waits no longer, whatever the grace. */
  readonly atOnce?: AbortSignal;
}

const GRACE_MS = 80;

/**
 * `solve` in a thread of its own, so that the event loop stays free. An abort resolves with the best plan so far where
 * one stands within a tenth of a second (or `stopping.graceMs`), and rejects with the signal's reason otherwise.
 */
export function solveInWorker(
  problem: PlanProblem,
  options: SolveOptions = {},
  onProgress?: OnProgress,
  signal?: AbortSignal,
  stopping?: Stopping,
): Promise<Plan> {
  return inWorker({ problem, isRead: isRead(problem), options }, onProgress, signal, stopping) as Promise<Plan>;
}

/**
 * The same from JSON that `readProblemText` has written, to the JSON of the plan: for whoever only keeps both, because
 * months of many megabytes hold up a thread that makes objects of them.
 */
export function solveTextInWorker(
  problem: string,
  options: SolveOptions = {},
  onProgress?: OnProgress,
  signal?: AbortSignal,
  stopping?: Stopping,
): Promise<string> {
  return inWorker({ problem, isRead: true, options }, onProgress, signal, stopping) as Promise<string>;
}

function inWorker(
  given: Omit<WorkerTask, 'stop'>,
  onProgress: OnProgress = () => undefined,
  signal?: AbortSignal,
  { graceMs = GRACE_MS, atOnce }: Stopping = {},
): Promise<Plan | string> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const task: WorkerTask = { ...given, stop: new SharedArrayBuffer(4) };
    const worker = new Worker(new URL('./worker-thread.js', import.meta.url), { workerData: task });
    let grace: NodeJS.Timeout | undefined;
    const abort = (): void => {
      Atomics.store(new Int32Array(task.stop), 0, 1);
      grace = setTimeout(giveUp, graceMs);
      if (atOnce?.aborted) giveUp();
    };
    const giveUp = (): void => end(() => reject(signal?.reason as Error));
    const end = (settle: () => void): void => {
      clearTimeout(grace);
      signal?.removeEventListener('abort', abort);
      atOnce?.removeEventListener('abort', giveUp);
      worker.removeAllListeners();
      void worker.terminate();
      settle();
    };
    signal?.addEventListener('abort', abort, { once: true });
    atOnce?.addEventListener('abort', giveUp, { once: true });
    worker.on('message', (message: WorkerMessage) => {
      switch (message.kind) {
        case 'progress':
          onProgress(message.progress);
          break;
        case 'plan':
          end(() => resolve(message.plan));
          break;
        case 'refused':
          end(() => reject(new DomainError('input.invalid', { count: message.count }, message.faults)));
          break;
        case 'failed':
          end(() => reject(asError(message.error)));
          break;
      }
    });
    worker.on('error', (error) => end(() => reject(asError(error))));
    worker.on('exit', (code) => end(() => reject(new Error(`the planning thread ended early with code ${code}`))));
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
