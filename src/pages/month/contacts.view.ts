import type { Day, Month } from '../../kernel/month.ts';
import type { MeetingRef } from '../../kernel/id.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { Pagination } from '../../platform/views/page-context.ts';

/** What a meeting's branch has said about it; `unreachable`: it has no mail address and was not asked. */
export type ContactStanding =
  'unasked' | 'unanswered' | 'confirmed' | 'moved' | 'wished' | 'kept' | 'outdated' | 'unreachable';

/** `pages/contacts`: which branches have said that their meetings stand, which have not, and what they wish. */
export interface ContactsPage {
  readonly month: Month;
  readonly calendarHref: string;
  readonly isPublished: boolean;
  readonly figures: ContactFigures;
  /** Why a decision was not made about a wish that is no longer there. */
  readonly error: string | null;
  /** Null where nobody is left to be asked, or where the reader may not. */
  readonly ask: AskForm | null;
  /** What waits for a decision, with why it could not be made. */
  readonly wishes: readonly WishCard[];
  /** The lists that have somebody, one of which is shown. */
  readonly lists: readonly { readonly list: ContactList; readonly count: number; readonly href: string }[];
  /** Null where there is nobody. */
  readonly list: ContactList | null;
  readonly rows: readonly ContactRow[];
  readonly pagination: Pagination | null;
}

export const CONTACT_LISTS = ['unanswered', 'unasked', 'unreachable', 'answered'] as const;
export type ContactList = (typeof CONTACT_LISTS)[number];

export interface ContactFigures {
  readonly confirmed: number;
  readonly moved: number;
  readonly wished: number;
  /** Of those who were asked. */
  readonly unanswered: number;
  readonly unasked: number;
  readonly unreachable: number;
}

export interface AskForm {
  readonly action: string;
  /** The number of the last mailing. */
  readonly seen: number;
  /** How many branches get a mail. */
  readonly branches: number;
  readonly mayMove: boolean;
}

export interface WishCard {
  readonly meetingId: MeetingRef;
  readonly branch: string;
  readonly secretary: string | null;
  readonly at: Date;
  readonly from: TimeAndPlace;
  readonly to: TimeAndPlace;
  readonly word: string;
  /** What to know before it is accepted. */
  readonly doubts: readonly Sentence[];
  /** Why the last decision was not made. */
  readonly error: string | null;
  /** Takes a POST; null for readers. */
  readonly decideAction: string | null;
  readonly seen: number;
}

export interface TimeAndPlace {
  readonly day: Day;
  /** `HH:mm` */
  readonly time: string;
  readonly place: string;
}

export interface ContactRow {
  readonly meetingId: MeetingRef;
  readonly branch: string;
  readonly branchHref: string;
  readonly day: Day;
  readonly time: string;
  readonly standing: ContactStanding;
  readonly secretary: string | null;
  readonly email: string | null;
  /** When it was asked, or answered. */
  readonly at: Date | null;
  readonly word: string;
}
