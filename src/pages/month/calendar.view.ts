import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { MeetingRef } from '../../kernel/id.ts';
import type { ContactFigures, ContactStanding } from './contacts.view.ts';
import type { SortHead } from '../directory/page-rows.ts';
import type { CalendarOrder } from './calendar-query.ts';
import type { MeetingFlag } from './meeting-flags.ts';
import type { MonthProgress } from './month-progress.ts';
import type { FieldErrors, Option } from '../../platform/views/page-context.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** `pages/calendar`: when and where each branch meets, with links to change it. */
export interface CalendarPage {
  readonly monthProgress: MonthProgress;
  readonly figures: {
    readonly meetings: number;
    readonly branches: number;
    /** The day with most meetings. */
    readonly busiest: {
      readonly day: Day;
      readonly meetings: number;
      readonly href: string;
      readonly moveHref: string;
    } | null;
    /** Set where a day has more than half of the meetings. */
    readonly isOnOneDay: boolean;
    readonly moved: number;
    readonly edited: number;
    readonly cancelled: number;
  };
  readonly isPublished: boolean;
  readonly filters: CalendarFilters;
  /** Meetings of the month, and how many of them the filters leave. */
  readonly total: number;
  readonly shown: number;
  /** Only days with shown meetings; none where the list is sorted by something else than days. */
  readonly days: readonly CalendarDay[];
  /** The meetings in the order of another column. */
  readonly sorted: readonly CalendarMeeting[];
  readonly heads: Readonly<Record<CalendarOrder, SortHead>>;
  /** What the branches have said about their meetings; null without meetings. */
  readonly contacts: (ContactFigures & { readonly href: string; readonly hasAsked: boolean }) | null;
  /** The calendar as a workbook; null for readers. */
  readonly fileHref: string | null;
  /** Where everybody is asked on which days of the month they are away; null for readers. */
  readonly availabilityHref: string | null;
  /** Days off; consecutive ones with one name as one period. */
  readonly holidays: readonly { readonly from: Day; readonly to: Day; readonly name: string }[];
  /** Weekend days on which offices work in exchange. */
  readonly worked: readonly { readonly day: Day; readonly name: string }[];
  /** The year whose announced days off were not entered. */
  readonly missingListOf: number | null;
  readonly holidaysHref: string;
  /** Each takes a POST; null where the month is closed, or where the reader may not change it. */
  readonly makeAction: string | null;
  readonly clearAction: string | null;
  readonly addHref: string | null;
  /** A page that moves many at once. */
  readonly moveHref: string | null;
  /** A page that gives many one hour, place or kind. */
  readonly editManyHref: string | null;
  /** Changes of many meetings, newest first. */
  readonly changes: readonly CalendarChangeRow[];
}

export interface CalendarFilters {
  readonly q: string;
  readonly organisations: readonly Option[];
  readonly days: readonly { readonly value: Day; readonly meetings: number; readonly isChosen: boolean }[];
  readonly kinds: readonly { readonly value: MeetingKind; readonly selected: boolean }[];
  /** `calendar.show.<value>` names it. */
  readonly show: readonly { readonly value: MeetingFlag; readonly selected: boolean }[];
  readonly sort: string;
  readonly isActive: boolean;
  readonly clearHref: string;
}

export interface CalendarChangeRow {
  readonly what: Sentence;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  /** For whom, where a deputy did it. */
  readonly madeFor: string | null;
  readonly takenBackAt: Date | null;
  /** What was changed, with texts for those who have to know; null after a removal. */
  readonly href: string | null;
  /** Takes a POST; null where it was taken back, or where the month is closed. */
  readonly takeBackAction: string | null;
}

export interface CalendarDay {
  /** Meetings that take place. */
  readonly scheduled: number;
  /** Specialists who are not away on the day. */
  readonly people: number;
  /** Whether there are more meetings than people who could go, at one meeting each. */
  readonly isCrowded: boolean;
  /** The page that moves meetings away from a crowded day. */
  readonly moveHref: string | null;
  readonly day: Day;
  readonly meetings: readonly CalendarMeeting[];
}

export interface CalendarMeeting {
  readonly meetingId: MeetingRef;
  /** Null below the heading of its day. */
  readonly day: Day | null;
  /** `HH:mm` */
  readonly from: string;
  readonly to: string;
  readonly branch: string;
  readonly short: string;
  readonly organisation: string;
  readonly place: string;
  readonly note: string;
  readonly kind: MeetingKind;
  readonly isCancelled: boolean;
  readonly isEdited: boolean;
  readonly isAdded: boolean;
  /** Whether the last edit concerned it. */
  readonly isSaved: boolean;
  /** What to look at; the message `calendar.flag.<flag>` says it. */
  readonly flags: readonly MeetingFlag[];
  /** The day of the rule and why it was changed; null where the meeting is on that day. */
  readonly moved: { readonly from: Day; readonly because: Sentence } | null;
  readonly editHref: string | null;
  /** What its branch has said about it; null where nobody was asked. */
  readonly standing: ContactStanding | null;
}

/** `pages/calendar-meeting`: moves or cancels one meeting, or adds a new one. */
export interface CalendarMeetingPage {
  /** What has to be confirmed before it is saved. */
  readonly doubts: readonly Sentence[];
  /** Identifies what is confirmed: another day or hour is asked about again. */
  readonly confirmed: string | null;
  readonly month: Month;
  readonly calendarHref: string;
  /** Null for a new meeting. */
  readonly branchName: string | null;
  readonly organisation: string | null;
  readonly isCancelled: boolean;
  /** In a published month who is told of a change: those who go there, and the branch where its mail address is known. */
  readonly published: {
    readonly going: readonly string[];
    readonly branchMail: string | null;
    /** The branch hears of a meeting that is over only where it moves ahead. */
    readonly isOver: boolean;
  } | null;
  readonly values: MeetingValues;
  /** For a new meeting. */
  readonly branches: readonly Option[];
  /** None in a published month. */
  readonly kinds: readonly Option[];
  readonly errors: FieldErrors;
  /** Why the request was not carried out. */
  readonly error: string | null;
  readonly saveAction: string;
  readonly cancelAction: string | null;
  readonly restoreAction: string | null;
  /** For a meeting that somebody added. */
  readonly removeAction: string | null;
}

/** As typed, so that nothing is lost where a value is invalid. */
export interface MeetingValues {
  readonly day: string;
  readonly time: string;
  readonly minutes: string;
  readonly place: string;
  readonly note: string;
  readonly revision: string;
}
