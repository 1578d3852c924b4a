import { Worker } from 'node:worker_threads';
import type { Calibration, CalibrationOptions } from '../calibrate.ts';
import type { FormRating } from '../form-rating.ts';

/** What a thread is given when it starts. */
export interface ThreadTask {
  readonly forms: readonly FormRating[];
  readonly options: CalibrationOptions;
}

/**
 * `calibrate` in a thread of its own, so that the event loop stays free.
 * @param signal ends the thread; the promise rejects with its reason
 */
export function calibrateInWorker(
  forms: readonly FormRating[],
  options: CalibrationOptions = {},
  signal?: AbortSignal,
): Promise<Calibration> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL('./calibration-thread.js', import.meta.url), {
      workerData: { forms, options } satisfies ThreadTask,
    });
    const stop = (): void => {
      reject(signal?.reason as Error);
      void worker.terminate();
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (calibration: Calibration) => resolve(calibration));
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      // After a message this changes nothing.
      reject(new Error(`the thread ended with ${code} before it answered`));
    });
  });
}
