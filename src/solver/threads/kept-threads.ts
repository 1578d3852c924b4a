import { availableParallelism } from 'node:os';
import { compiledHighs } from '../engine/highs-engine.ts';
import { SolverWorker, type Watching } from './solver-worker.ts';
import type { ThreadAnswers, ThreadTask } from './thread-messages.ts';

/** Idle threads that are kept; more could not run at the same time anyway. */
const MOST_WAITING = Math.min(2, availableParallelism());
/** An idle thread ends after this time and frees its memory. */
const WAITS_MS = 10 * 60_000;

const waiting: { readonly thread: SolverWorker; readonly end: NodeJS.Timeout }[] = [];

/** Runs a task in an idle thread whose code is warm, if there is one, and keeps the thread for the next task. */
export async function inKeptThread<T extends ThreadTask>(
  task: T,
  watching: Watching = {},
): Promise<ThreadAnswers[T['kind']]> {
  watching.signal?.throwIfAborted();
  const thread = takeWaiting() ?? (await newThread());
  try {
    return await thread.run(task, watching);
  } finally {
    keep(thread);
  }
}

/** Starts a thread with the compiled engine that all threads share. */
export async function newThread(): Promise<SolverWorker> {
  return new SolverWorker({ highs: await compiledHighs() });
}

function takeWaiting(): SolverWorker | null {
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    clearTimeout(next.end);
    if (!next.thread.isLost) return next.thread;
  }
  return null;
}

function keep(thread: SolverWorker): void {
  if (thread.isLost) return;
  if (waiting.length >= MOST_WAITING) {
    thread.end();
    return;
  }
  const end = setTimeout(() => {
    const at = waiting.findIndex((one) => one.thread === thread);
    if (at >= 0) waiting.splice(at, 1);
    thread.end();
  }, WAITS_MS).unref();
  waiting.push({ thread, end });
}
