import { parentPort, workerData } from 'node:worker_threads';
import { isDomainError } from '../../kernel/domain-error.ts';
import { highs, useCompiledHighs } from '../engine/highs-engine.ts';
import { solve } from '../engine/solve.ts';
import type { StopSignal } from '../engine/stop.ts';
import type { Progress } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { asRead } from '../read-problem.ts';
import { repairs } from '../repair/repairs.ts';
import { KeptMonths } from './kept-months.ts';
import type {
  SolveTask,
  ThreadMessage,
  ThreadRequest,
  ThreadStart,
  ThreadTask,
  WhyNotTask,
} from './thread-messages.ts';

/** More frequent reports would not be visible, and each message costs both threads time. */
const PROGRESS_EVERY_MS = 50;
/** The memory of HiGHS grows with a month and never shrinks; beyond this the thread is replaced. */
const SPENT_BYTES = 256 * 2 ** 20;

useCompiledHighs((workerData as ThreadStart).highs);
const months = new KeptMonths();

parentPort?.on('message', ({ task, stop }: ThreadRequest) => {
  const flag = new Int32Array(stop);
  const signal = {
    get aborted(): boolean {
      return Atomics.load(flag, 0) !== 0;
    },
  };
  void answerTo(answerOf(task, signal));
});

function answerOf(task: ThreadTask, signal: StopSignal) {
  switch (task.kind) {
    case 'solve':
      return solved(task, signal);
    case 'why_not':
      return explained(task, signal);
    case 'repairs':
      return repairs(task.problem, task.known, task.events, task.options, signal);
  }
}

async function answerTo(work: Promise<Extract<ThreadMessage, { kind: 'answer' }>['answer']>): Promise<void> {
  try {
    const answer = await work;
    send({ kind: 'answer', answer, isSpent: (await highs()).memoryBytes > SPENT_BYTES });
  } catch (error) {
    if (isDomainError(error, 'input.invalid'))
      send({ kind: 'refused', count: error.params.count, faults: error.faults });
    else send({ kind: 'failed', error });
  }
}

async function solved({ problem, isRead, options }: SolveTask, signal: StopSignal) {
  const given = typeof problem === 'string' ? (JSON.parse(problem) as PlanProblem) : problem;
  const plan = await solve(isRead ? asRead(given) : given, options, reporter(), signal);
  return typeof problem === 'string' ? JSON.stringify(plan) : plan;
}

async function explained({ key, month, wish, options }: WhyNotTask, signal: StopSignal) {
  const open = await months.open(key, month);
  if (open === null) return null;
  return open.whyNot(wish, options, signal);
}

/** Reports of the same step are sent at most this often. */
function reporter(): (progress: Progress) => void {
  let last: Progress | null = null;
  return (progress) => {
    const sameStep = last !== null && last.phase === progress.phase && last.tier === progress.tier;
    if (sameStep && progress.elapsedMs - (last?.elapsedMs ?? 0) < PROGRESS_EVERY_MS) return;
    last = progress;
    send({ kind: 'progress', progress });
  };
}

function send(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}
