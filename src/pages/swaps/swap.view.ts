import type { Ref } from '../../kernel/id.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { DeclineKind, SwapState } from '../../kernel/vocabulary.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { Option } from '../../platform/views/page-context.ts';

/** A visit of a swap, with who has it. */
export interface SwapVisit {
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  readonly branch: string;
  readonly place: string;
  readonly of: string;
}

/** Somebody, or a visit of somebody, to choose. */
export interface SwapChoice {
  readonly value: string;
  readonly name: string;
  readonly detail: Sentence;
  readonly selected: boolean;
}

/** `pages/swap-ask`: whom to ask to take a visit. */
export interface SwapAskPage {
  readonly visit: SwapVisit;
  /** The board asks on behalf of whose visit it is. */
  readonly isForOther: boolean;
  readonly backHref: string;
  readonly action: string;
  /** Those first who have the least to carry; the rest is folded. */
  readonly takers: readonly SwapChoice[];
  readonly moreTakers: readonly SwapChoice[];
  readonly exchanges: readonly SwapChoice[];
  readonly kind: DeclineKind | null;
  readonly reason: string;
  /** Why what was sent was not accepted. */
  readonly error: string | null;
}

/** A swap on its own page and in the list of a month. */
export interface SwapCard {
  readonly id: Ref<'Swap'>;
  readonly state: SwapState;
  readonly giver: string;
  readonly taker: string;
  readonly visit: SwapVisit;
  readonly other: SwapVisit | null;
  readonly answerBy: Day;
  readonly askedAt: Date;
  readonly askedFor: string | null;
  /** For whoever may read it. */
  readonly reason: { readonly kind: DeclineKind; readonly words: string } | null;
  readonly answer: string;
  /** Of the amendment that made it. */
  readonly number: number | null;
  /** What has become of it, for who reads it; null where the state says all. */
  readonly what: Sentence | null;
  /** Where the giver asks somebody else, once this one came to nothing. */
  readonly askAgainHref: string | null;
  /** Addresses that take a POST. */
  readonly agreeAction: string | null;
  readonly refuseAction: string | null;
  readonly withdrawAction: string | null;
  readonly confirmAction: string | null;
  readonly rejectAction: string | null;
}

/** `pages/swap`. */
export interface SwapPage {
  readonly swap: SwapCard;
  readonly error: string | null;
  /** What speaks against it, of the reader's own duties and days. */
  readonly against: readonly Sentence[];
}

/** `pages/month-swaps`: the swaps of a month. */
export interface MonthSwapsPage {
  readonly month: Month;
  readonly backHref: string;
  readonly open: readonly SwapCard[];
  readonly closed: readonly SwapCard[];
  readonly error: string | null;
  /** Coming visits for which the board can ask; null for who may not. */
  readonly ask: { readonly action: string; readonly visits: readonly Option[] } | null;
}
