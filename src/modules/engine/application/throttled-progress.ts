import type { OnProgress, Progress } from '../../../solver/index.ts';

const REPORT_EVERY_MS = 300;

/**
 * Writes down at most so often how far the engine is, and learns on the way whether to stop.
 * @param report answers whether somebody has asked to stop.
 */
export function throttledProgress(
  report: (progress: Progress) => Promise<boolean>,
  asksToStop: AbortController,
): OnProgress {
  let reportedAt = -Infinity;
  let pending: Promise<void> = Promise.resolve();
  return (progress) => {
    if (progress.elapsedMs - reportedAt < REPORT_EVERY_MS) return;
    reportedAt = progress.elapsedMs;
    pending = pending
      .then(() => report(progress))
      .then(
        (stop) => {
          if (stop) asksToStop.abort(new Error('somebody asked to stop'));
        },
        () => undefined, // progress is a courtesy; the solve goes on without it
      );
  };
}
