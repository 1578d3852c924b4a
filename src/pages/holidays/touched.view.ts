import type { Day, Month } from '../../kernel/month.ts';
import type { VisitRef } from '../../kernel/id.ts';
import type { SortHead } from '../directory/page-rows.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** The columns by which the list can be sorted. */
export type TouchedOrder = 'visit' | 'person' | 'why';

/** `pages/touched-visits` */
export interface TouchedVisitsPage {
  readonly visits: readonly (TouchedLine & {
    readonly because: Sentence;
    readonly visitId: VisitRef;
    readonly cause: string;
    readonly fact: string;
    /** As a field of the form that keeps several. */
    readonly value: string;
    readonly isChosen: boolean;
    /** Who could go instead; null where that would not help, or the meeting has begun. */
    readonly repairsHref: string | null;
  })[];
  /** Those that have the same cause, if there are several of them; one press keeps them all. */
  readonly groups: readonly { readonly value: string; readonly count: number; readonly why: Sentence }[];
  /** Months of which visits need somebody else, and where the engine plans what they have left. */
  readonly replans: readonly { readonly month: Month; readonly href: string }[];
  /** Several were to be kept, and none was marked. */
  readonly isNoneChosen: boolean;
  readonly reason: string;
  /** What is wrong with it. */
  readonly reasonError: string | null;
  /** With the order of the list. */
  readonly keepAction: string;
  readonly keepSeveralAction: string;
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
