import type { WhyNot } from '../explain/why-not.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import type { SolveOptions } from '../plan.ts';
import { newThread } from './kept-threads.ts';
import type { SolverWorker } from './solver-worker.ts';
import type { SolvedMonth } from './thread-messages.ts';

/** A solved month that people ask about. */
export interface OpenableMonth {
  /** Such as its plan's id: never of two months. */
  readonly key: string;
  /** Asked for only where the thread does not have the month open. */
  readonly load: () => Promise<SolvedMonth>;
}

/** A thread that nobody asks any more gives its months back. */
const WAITS_MS = 10 * 60_000;

let thread: SolverWorker | null = null;
let end: NodeJS.Timeout | undefined;
let before: Promise<unknown> = Promise.resolve();

/**
 * `whyNot` in a thread that keeps the months of the last questions open, so that all but a month's first question are
 * answered at once. One question after another; after an abort the months have to be opened anew.
 */
export function whyNotInWorker(
  month: OpenableMonth,
  wish: PairOfIds,
  options: SolveOptions = {},
  signal?: AbortSignal,
): Promise<WhyNot> {
  const answer = before.then(() => ask(month, wish, options, signal));
  before = answer.catch(() => undefined);
  return answer;
}

async function ask(
  { key, load }: OpenableMonth,
  wish: PairOfIds,
  options: SolveOptions,
  signal: AbortSignal | undefined,
): Promise<WhyNot> {
  signal?.throwIfAborted();
  clearTimeout(end);
  const own = thread?.isLost === false ? thread : await newThread();
  thread = own;
  try {
    const question = { kind: 'why_not', key, month: null, wish, options } as const;
    const known = await own.run(question, { signal });
    if (known !== null) return known;
    const answer = await own.run({ ...question, month: await load() }, { signal });
    if (answer === null) throw new Error('a month that was sent along is not open');
    return answer;
  } finally {
    end = setTimeout(() => own.end(), WAITS_MS).unref();
  }
}
