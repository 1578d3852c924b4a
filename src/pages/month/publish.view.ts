import type { Day, Month } from '../../kernel/month.ts';

/** `pages/publish`: asks once before mails leave the house. */
export interface PublishPage {
  readonly month: Month;
  readonly monthHref: string;
  /** Takes the POST. */
  readonly action: string;
  /** Sent back with the POST, so that a plan which changed meanwhile is not published unseen. */
  readonly planVersion: string;
  readonly meetings: { readonly part: number; readonly whole: number };
  readonly people: number;
  readonly visits: number;
  readonly mails: number;
  readonly uncovered: readonly { readonly branch: string; readonly day: Day }[];
}
