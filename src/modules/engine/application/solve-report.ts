import type { JobReport } from '../../../kernel/tracked-jobs.ts';
import type { Progress } from '../../../solver/index.ts';

/** The progress stays below 1 until the solve has ended. */
const MOST = 0.97;

/** The progress of a solve, by tiers, because nothing else is known beforehand. */
export function reportOf(progress: Progress): JobReport {
  const { tierIndex, tierCount } = progress;
  return { share: tierCount > 0 ? Math.min(MOST, (tierIndex + 0.5) / tierCount) : null, facts: progress };
}
