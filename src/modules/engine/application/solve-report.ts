import type { JobReport } from '../../../kernel/tracked-jobs.ts';
import type { Progress } from '../../../solver/index.ts';

/** Never whole before it is over. */
const MOST = 0.97;

/** How far a solve is: by its tiers, which is all that is known beforehand. */
export function reportOf(progress: Progress): JobReport {
  const { tierIndex, tierCount } = progress;
  return { share: tierCount > 0 ? Math.min(MOST, (tierIndex + 0.5) / tierCount) : null, facts: progress };
}
