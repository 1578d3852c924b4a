import type { Day, Month } from '../../kernel/month.ts';

/** `pages/ordinary-forms`: forms that nothing speaks against, to be accepted at once, and why the others are not among them. */
export interface OrdinaryFormsPage {
  readonly month: Month;
  readonly backHref: string;
  readonly action: string;
  readonly ordinary: readonly WaitingFormView[];
  readonly others: readonly (WaitingFormView & { readonly doubts: readonly string[] })[];
  /** What came of the last attempt; null before the first. */
  readonly outcome: {
    readonly accepted: number;
    readonly failed: readonly { readonly branch: string; readonly error: string; readonly href: string }[];
  } | null;
}

export interface WaitingFormView {
  readonly href: string;
  /** Which form at which revision, as it is sent back. */
  readonly mark: string;
  readonly branch: string;
  readonly day: Day;
  readonly specialist: string;
  readonly total: string;
  readonly rating: string | null;
}
