import type { OnProgress, Progress } from '../../../solver/index.ts';

const REPORT_EVERY_MS = 300;

/** How far a solve is, told at intervals for as long as it runs. */
export interface Reporting {
  readonly onProgress: OnProgress;
  /** To be called when the solve is over. */
  end(): void;
}

/**
 * Writes down at intervals how far the engine is, and learns on the way whether to stop. It reports also while the
 * engine has nothing new to say, since somebody may ask to stop in such a stretch.
 * @param report answers whether somebody has asked to stop.
 */
export function throttledProgress(
  report: (progress: Progress) => Promise<boolean>,
  asksToStop: AbortController,
): Reporting {
  let latest: Progress | null = null;
  let pending: Promise<void> | null = null;
  const tell = (): void => {
    if (latest === null || pending !== null) return;
    pending = report(latest)
      .then(
        (stop) => {
          if (stop) asksToStop.abort(new Error('somebody asked to stop'));
        },
        () => undefined, // progress is a courtesy; the solve goes on without it
      )
      .finally(() => (pending = null));
  };
  const timer = setInterval(tell, REPORT_EVERY_MS).unref();
  return {
    onProgress: (progress) => {
      const isFirst = latest === null;
      latest = progress;
      if (isFirst) tell();
    },
    end: () => clearInterval(timer),
  };
}
