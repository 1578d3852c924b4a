import type { Month } from '../../../kernel/month.ts';

/** A published month as it counts for one person, in whole visits and in hundredths. */
export interface MonthLoad {
  readonly month: Month;
  /** That they made or are to make; what was declined or called off does not count. */
  readonly visits: number;
  /** Hundredths of a visit that the month asked of them. */
  readonly share: number;
}

/** How much more (+) or less (−) than their share somebody has done, in hundredths of a visit, and how it came about. */
export interface CarriedBalance {
  /** Brought along from the time before the service. */
  readonly carriedIn: number;
  /** The oldest first. */
  readonly months: readonly MonthLoad[];
  readonly total: number;
}

/** What was brought along, and what each published month left over. */
export function carriedBalance(carriedIn: number, months: readonly MonthLoad[]): CarriedBalance {
  const total = months.reduce((sum, { visits, share }) => sum + 100 * visits - share, carriedIn);
  return { carriedIn, months, total };
}
