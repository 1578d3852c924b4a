import { Worker } from 'node:worker_threads';
import { DomainError } from '../../kernel/domain-error.ts';
import type { OnProgress } from '../plan.ts';
import type { ThreadAnswers, ThreadMessage, ThreadRequest, ThreadStart, ThreadTask } from './thread-messages.ts';

/** How long to wait for a thread that was asked to stop. */
export interface Stopping {
  /** The thread may take this long to hand over its best plan. */
  readonly graceMs?: number;
  /** Aborting this ends the wait at once, whatever the grace. */
  readonly atOnce?: AbortSignal;
}

export interface Watching {
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly stopping?: Stopping | undefined;
}

const GRACE_MS = 80;
/**
 * Size of the young generation. Solving allocates many short-lived objects; this saves a fifth of the time of a first
 * solve.
 */
const YOUNG_MB = 32;

/**
 * A thread that solves one task after another: from the second task on its code is warm, which makes a month of a
 * district many times faster. After an abort or an error it must not be used again.
 */
export class SolverWorker {
  private readonly worker: Worker;
  private lost = false;

  constructor(start: ThreadStart) {
    this.worker = new Worker(new URL('./planning-thread.js', import.meta.url), {
      workerData: start,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // While a task runs, that task handles errors; a thread that dies while idle is only marked as lost.
    this.worker.on('error', () => (this.lost = true));
    this.worker.on('exit', () => (this.lost = true));
    this.worker.unref();
  }

  get isLost(): boolean {
    return this.lost;
  }

  end(): void {
    this.lost = true;
    void this.worker.terminate();
  }

  /** One task at a time. */
  run<T extends ThreadTask>(
    task: T,
    { onProgress = () => undefined, signal, stopping: { graceMs = GRACE_MS, atOnce } = {} }: Watching = {},
  ): Promise<ThreadAnswers[T['kind']]> {
    const { worker } = this;
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const request: ThreadRequest = { task, stop: new SharedArrayBuffer(4) };
      let grace: NodeJS.Timeout | undefined;
      const abort = (): void => {
        Atomics.store(new Int32Array(request.stop), 0, 1);
        grace = setTimeout(giveUp, graceMs);
        if (atOnce?.aborted) giveUp();
      };
      const giveUp = (): void => end(true, () => reject(signal?.reason as Error));
      const end = (isUsedUp: boolean, settle: () => void): void => {
        clearTimeout(grace);
        signal?.removeEventListener('abort', abort);
        atOnce?.removeEventListener('abort', giveUp);
        worker.off('message', hear).off('error', fail).off('exit', exit);
        worker.unref();
        if (isUsedUp || signal?.aborted === true) this.end();
        settle();
      };
      const hear = (message: ThreadMessage): void => {
        switch (message.kind) {
          case 'progress':
            onProgress(message.progress);
            break;
          case 'answer':
            end(message.isSpent, () => resolve(message.answer as ThreadAnswers[T['kind']]));
            break;
          case 'refused':
            end(false, () => reject(new DomainError('input.invalid', { count: message.count }, message.faults)));
            break;
          case 'failed':
            end(true, () => reject(asError(message.error)));
            break;
        }
      };
      const fail = (error: unknown): void => end(true, () => reject(asError(error)));
      const exit = (code: number): void =>
        end(true, () => reject(new Error(`the planning thread ended early with code ${code}`)));
      worker.on('message', hear).on('error', fail).on('exit', exit);
      signal?.addEventListener('abort', abort, { once: true });
      atOnce?.addEventListener('abort', giveUp, { once: true });
      worker.ref();
      worker.postMessage(request);
    });
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
