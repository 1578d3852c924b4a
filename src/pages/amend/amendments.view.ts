import type { Day, Month } from '../../kernel/month.ts';

/** `pages/amendments`: what was amended in a published month, and the plan then and now. */
export interface AmendmentsPage {
  readonly month: Month;
  readonly monthHref: string;
  /** Null for readers who may not amend. */
  readonly amendHref: string | null;
  /** The latest first. */
  readonly amendments: readonly AmendmentItem[];
  /** Meetings to which others go than when the plan was published, in order of time. */
  readonly differences: readonly ThenAndNow[];
  readonly same: readonly ThenAndNow[];
}

export interface AmendmentItem {
  readonly number: number;
  readonly at: Date;
  /** Empty where it is not known any more. */
  readonly by: string;
  readonly kind: 'board' | 'swap' | 'outside';
  readonly reason: string;
  readonly overrules: boolean;
  readonly notice: { readonly symbol: string; readonly pdfHref: string; readonly docxHref: string } | null;
  readonly meetings: readonly {
    readonly href: string;
    readonly branch: string;
    readonly at: string;
    readonly off: readonly string[];
    readonly on: readonly string[];
  }[];
}

export interface ThenAndNow {
  readonly href: string;
  readonly branch: string;
  readonly day: Day;
  readonly from: string;
  /** Nobody meets there any more. */
  readonly isCancelled: boolean;
  readonly before: readonly { readonly name: string; readonly isGone: boolean }[];
  readonly now: readonly { readonly name: string; readonly isNew: boolean; readonly state: string }[];
}
