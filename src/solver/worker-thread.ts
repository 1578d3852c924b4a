import { parentPort, workerData } from 'node:worker_threads';
import { isDomainError } from '../kernel/domain-error.ts';
import { solve } from './engine/solve.ts';
import type { Progress } from './plan.ts';
import type { PlanProblem } from './problem.ts';
import { asRead } from './read-problem.ts';
import type { WorkerMessage, WorkerTask } from './worker-messages.ts';

/** People see no more than this, and each message costs both threads. */
const PROGRESS_EVERY_MS = 50;

const { problem, isRead, options, stop } = workerData as WorkerTask;
const flag = new Int32Array(stop);
const signal = {
  get aborted(): boolean {
    return Atomics.load(flag, 0) !== 0;
  },
};

let last: Progress | null = null;
function report(progress: Progress): void {
  const sameStep = last !== null && last.phase === progress.phase && last.tier === progress.tier;
  if (sameStep && progress.elapsedMs - (last?.elapsedMs ?? 0) < PROGRESS_EVERY_MS) return;
  last = progress;
  send({ kind: 'progress', progress });
}

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

try {
  const given = typeof problem === 'string' ? (JSON.parse(problem) as PlanProblem) : problem;
  const plan = await solve(isRead ? asRead(given) : given, options, report, signal);
  send({ kind: 'plan', plan: typeof problem === 'string' ? JSON.stringify(plan) : plan });
} catch (error) {
  if (isDomainError(error, 'input.invalid')) send({ kind: 'refused', count: error.params.count, faults: error.faults });
  else send({ kind: 'failed', error });
}
