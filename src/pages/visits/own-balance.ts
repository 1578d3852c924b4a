import type { Month } from '../../kernel/month.ts';
import type { CarriedBalance } from '../../modules/planning/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import { type BalanceMonth, balanceMonths } from '../month/balance-months.ts';

/** A reader's own share and visits of a month, and what they are above or below their shares by then. */
export interface OwnBalance {
  /** What this month asked of the reader and how often they go; null where its plan is not published. */
  readonly shown: BalanceMonth | null;
  /** In words: this month, and what it means for the next ones. */
  readonly sentences: readonly Sentence[];
  /** How it came about: the months that were published, latest first. */
  readonly months: readonly BalanceMonth[];
  readonly carriedIn: number;
  readonly total: number;
}

/** @param balance of the months up to the shown one. Null where there is nothing to be told yet. */
export function ownBalance(month: Month, balance: CarriedBalance | null): OwnBalance | null {
  if (balance === null || (balance.months.length === 0 && balance.carriedIn === 0)) return null;
  const months = balanceMonths(balance);
  const shown = months.find((each) => each.month === month) ?? null;
  const total = balance.total / 100;
  return {
    shown,
    sentences: [
      ...(shown ? [monthSentence(shown)] : []),
      total > 0
        ? { key: 'own_balance.above', params: { total } }
        : total < 0
          ? { key: 'own_balance.below', params: { total: -total } }
          : { key: 'own_balance.even' },
    ],
    months,
    carriedIn: balance.carriedIn / 100,
    total,
  };
}

function monthSentence({ month, visits, share, difference }: BalanceMonth): Sentence {
  // A share of 0 is that of somebody who was away all month, or joined later.
  if (share === 0) return { key: 'own_balance.month_without_share', params: { month, visits } };
  return { key: 'own_balance.month', params: { month, visits, share, difference } };
}
