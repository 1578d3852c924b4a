import type { OnProgress, Progress } from '../../../solver/index.ts';

const REPORT_EVERY_MS = 300;

/** Reports progress at intervals while a solve runs. */
export interface Reporting {
  readonly onProgress: OnProgress;
  /** To be called when the solve has ended. */
  end(): void;
}

/**
 * Reports progress at intervals and learns at each report whether to stop. It also reports while the engine has nothing
 * new, since somebody may ask to stop then. @param report returns whether somebody has asked to stop
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
        () => undefined, // a failed report must not end the solve
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
