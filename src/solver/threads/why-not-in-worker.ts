import { groundOf } from '../explain/open-month.ts';
import type { WhyNot } from '../explain/why-not.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import type { SolveOptions } from '../plan.ts';
import { isRead } from '../read-problem.ts';
import { newThread } from './kept-threads.ts';
import type { SolverWorker } from './solver-worker.ts';
import type { SolvedMonth } from './thread-messages.ts';

/** A solved month that people ask about. */
export interface OpenableMonth {
  /** Identifies the month and the plan that is asked about; no two share a key. */
  readonly key: string;
  /** Called only where the thread does not have the month open. */
  readonly load: () => Promise<SolvedMonth>;
}

/** A thread that was not asked for this long ends and frees its months. */
const WAITS_MS = 10 * 60_000;

let thread: SolverWorker | null = null;
let end: NodeJS.Timeout | undefined;
let before: Promise<unknown> = Promise.resolve();

/**
 * `whyNot` in a thread that keeps the months of the last questions open, so that only the first question about a month
 * takes long, whatever people change of its plan in between. Questions run one after another; after an abort the months have to be opened anew.
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

/** Whether the thread is there that keeps months open: where it ended, the next question takes long. */
export function keepsMonthsOpen(): boolean {
  return thread?.isLost === false;
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
    const { problem, plan } = await load();
    const asked = { tiers: plan.tiers, assignments: plan.assignments.map(idsOf) };
    const ground = isRead(problem) ? groundOf(problem) : null;
    const decided = ground !== null && { ground, pins: problem.pins, plan: asked };
    const turned = decided && (await own.run({ ...question, month: decided }, { signal }));
    if (turned) return turned;
    const whole = { problem, isRead: isRead(problem), ground, plan: asked };
    const answer = await own.run({ ...question, month: whole }, { signal });
    if (answer === null) throw new Error('a month that was sent along is not open');
    return answer;
  } finally {
    end = setTimeout(() => own.end(), WAITS_MS).unref();
  }
}

function idsOf({ specialistId, meetingId }: PairOfIds): PairOfIds {
  return { specialistId, meetingId };
}
