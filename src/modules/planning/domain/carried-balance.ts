import type { Month } from '../../../kernel/month.ts';

/** A published month in one person's balance. */
export interface MonthLoad {
  readonly month: Month;
  /** Visits made or still to be made; declined and called-off ones do not count. */
  readonly visits: number;
  /** The person's share of the month, in hundredths of a visit. */
  readonly share: number;
}

/** Visits above (+) or below (−) the shares of earlier months, in hundredths of a visit, and how the sum came about. */
export interface CarriedBalance {
  /** The balance from before the service was used. */
  readonly carriedIn: number;
  /** Oldest first. */
  readonly months: readonly MonthLoad[];
  readonly total: number;
}

/** The initial balance plus visits minus share of each published month. */
export function carriedBalance(carriedIn: number, months: readonly MonthLoad[]): CarriedBalance {
  const total = months.reduce((sum, { visits, share }) => sum + 100 * visits - share, carriedIn);
  return { carriedIn, months, total };
}
