import { availableParallelism } from 'node:os';
import { compiledHighs } from '../engine/highs-engine.ts';
import { SolverWorker, type Watching } from './solver-worker.ts';
import type { ThreadAnswers, ThreadTask } from './thread-messages.ts';

/** Threads that wait for work; more would not run at the same time anyway. */
const MOST_WAITING = Math.min(2, availableParallelism());
/** A thread that nobody has needed for so long gives its memory back. */
const WAITS_MS = 10 * 60_000;

const waiting: { readonly thread: SolverWorker; readonly end: NodeJS.Timeout }[] = [];

/** Runs a task in a thread that is warm, if one waits, and keeps it for the next. */
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

/** A thread of one's own, started with what all of them share. */
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
