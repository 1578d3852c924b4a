import { Injectable } from '@nestjs/common';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { solveTextInWorker } from '../../../solver/index.ts';
import { throttledProgress } from './throttled-progress.ts';
import type { EngineSolveId } from './engine-solve.ts';
import { EngineSolves } from '../infra/repositories/engine-solves.ts';

/** Whoever asked to stop gets the best plan so far, even from a busy machine; a process that ends does not wait. */
const GRACE_MS = 60_000;

/** The job behind a solve: a repeated job does nothing, a job whose process died starts again. */
@Injectable()
export class RunSolve {
  constructor(
    private readonly work: UnitOfWork,
    private readonly solves: EngineSolves,
  ) {}

  async execute(id: EngineSolveId, stopping: AbortSignal): Promise<void> {
    const task = await this.work.run(() => this.solves.begin(id));
    if (task === null) return;
    const asksToStop = new AbortController();
    const reporting = throttledProgress(
      (progress) => this.work.run(() => this.solves.report(id, progress)),
      asksToStop,
    );
    const signal = AbortSignal.any([stopping, asksToStop.signal]);
    try {
      const plan = await solveTextInWorker(task.problem, task.options, reporting.onProgress, signal, {
        graceMs: GRACE_MS,
        atOnce: stopping,
      }).finally(() => reporting.end());
      await this.work.run(() => this.solves.end(id, asksToStop.signal.aborted ? 'cancelled' : 'done', plan));
    } catch (error) {
      // The process ends or the database is unavailable: the job is retried and solves again.
      if (stopping.aborted || isDomainError(error, 'database.unavailable')) throw error;
      const state = asksToStop.signal.aborted ? 'cancelled' : 'failed';
      await this.work.run(() => this.solves.end(id, state, null));
      if (state === 'failed') throw error;
    }
  }
}
