import { solveInWorker } from '../solver/index.ts';
import type { Plan, PlanProblem, Progress, SolveOptions } from '../solver/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { ProgressLine } from './progress-line.ts';

/** After Ctrl-C the engine may take this long to return its best plan, however large the month. */
const GRACE_MS = 60_000;

/** Milliseconds left of the limit, which covers the whole call, once the files have been read. */
export function leftOf(seconds: number, began: number): number {
  return Math.max(1, seconds * 1000 - (performance.now() - began));
}

/** Null where it was stopped before any plan was found. */
export async function solveUntilStopped(
  problem: PlanProblem,
  options: SolveOptions,
  stderr: NodeJS.WritableStream,
): Promise<Plan | null> {
  const stop = new AbortController();
  const line = new ProgressLine(stderr);
  const onInterrupt = (): void => {
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    line.clear();
    stderr.write('Stopping; the best plan so far follows. Ctrl-C again ends at once.\n');
    stop.abort();
  };
  process.on('SIGINT', onInterrupt);
  const report = (progress: Progress): void => line.draw(shareOf(progress), textOf(progress));
  try {
    return await solveInWorker(problem, options, report, stop.signal, { graceMs: GRACE_MS });
  } catch (error) {
    if (stop.signal.aborted) return null;
    throw error;
  } finally {
    line.clear();
    process.off('SIGINT', onInterrupt);
  }
}

function shareOf({ tierIndex, tierCount }: Progress): number {
  return tierCount > 0 ? (tierIndex + 0.5) / tierCount : 0;
}

function textOf({ phase, tier, incumbent, bound, elapsedMs }: Progress): string {
  const found = incumbent === null ? '' : ` · found ${incumbent}`;
  const proven = bound === null ? '' : ` · at least ${Math.ceil(bound)}`;
  return `${[phase, tier].filter(Boolean).join(' ')}${found}${proven} · ${(elapsedMs / 1000).toFixed(1)} s`;
}

export function exitCodeOf({ status }: Pick<Plan, 'status'>): ExitCode {
  return { optimal: EXIT.done, feasible: EXIT.gap, infeasible: EXIT.infeasible, unknown: EXIT.noPlan }[status];
}
