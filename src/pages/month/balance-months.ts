import type { Month } from '../../kernel/month.ts';
import type { CarriedBalance } from '../../modules/planning/index.ts';

/** A published month in somebody's balance, in visits. */
export interface BalanceMonth {
  readonly month: Month;
  readonly visits: number;
  readonly share: number;
  readonly difference: number;
}

/** The months of a balance, latest first. */
export function balanceMonths({ months }: CarriedBalance): readonly BalanceMonth[] {
  return months
    .map(({ month, visits, share }) => ({
      month,
      visits,
      share: share / 100,
      difference: (100 * visits - share) / 100,
    }))
    .reverse();
}
