import type { Day, Month } from '../../kernel/month.ts';

/** `pages/ordinary-forms`: the forms that can be accepted together, and why others cannot. */
export interface OrdinaryFormsPage {
  readonly month: Month;
  readonly backHref: string;
  readonly action: string;
  readonly ordinary: readonly WaitingFormView[];
  readonly others: readonly (WaitingFormView & { readonly doubts: readonly string[] })[];
  /** The result of the last attempt; null before the first. */
  readonly outcome: {
    readonly accepted: number;
    readonly failed: readonly { readonly branch: string; readonly error: string; readonly href: string }[];
  } | null;
}

export interface WaitingFormView {
  readonly href: string;
  /** The form and its revision, as sent back. */
  readonly mark: string;
  readonly branch: string;
  readonly day: Day;
  readonly specialist: string;
  readonly total: string;
  readonly rating: string | null;
}
