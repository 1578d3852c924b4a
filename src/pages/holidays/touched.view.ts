import type { Day } from '../../kernel/month.ts';
import type { SortHead } from '../directory/page-rows.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** The columns by which the list can be sorted. */
export type TouchedOrder = 'visit' | 'person' | 'why';

/** `pages/touched-visits` */
export interface TouchedVisitsPage {
  readonly visits: readonly (TouchedLine & {
    readonly because: Sentence;
    readonly visitId: string;
    readonly cause: string;
    readonly fact: string;
    /** Who could go instead; null where that would not help, or the meeting has begun. */
    readonly repairsHref: string | null;
  })[];
  /** With the order of the list. */
  readonly keepAction: string;
  readonly heads: Readonly<Record<TouchedOrder, SortHead>>;
}

/** A published visit with a conflict. */
export interface TouchedLine {
  readonly day: Day;
  readonly time: string;
  readonly branch: string;
  readonly name: string;
  readonly meetingHref: string;
}
