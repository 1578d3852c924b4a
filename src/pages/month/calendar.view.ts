import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { MeetingFlag } from './meeting-flags.ts';
import type { MonthProgress } from './month-progress.ts';
import type { FieldErrors, Option } from '../../platform/views/page-context.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** `pages/calendar`: when and where each branch meets, and the way to change it. */
export interface CalendarPage {
  readonly monthProgress: MonthProgress;
  readonly figures: {
    readonly meetings: number;
    readonly branches: number;
    /** The day with most meetings. */
    readonly busiest: { readonly day: Day; readonly meetings: number; readonly href: string } | null;
    readonly moved: number;
    readonly edited: number;
    readonly cancelled: number;
  };
  readonly isPublished: boolean;
  readonly filters: CalendarFilters;
  /** Meetings of the month, and those of them that the filters leave. */
  readonly total: number;
  readonly shown: number;
  /** Days with meetings that are shown only. */
  readonly days: readonly CalendarDay[];
  /** Days off, those of one name together. */
  readonly holidays: readonly { readonly from: Day; readonly to: Day; readonly name: string }[];
  /** Weekend days on which offices work in exchange. */
  readonly worked: readonly { readonly day: Day; readonly name: string }[];
  /** The year whose announced days off have not been entered. */
  readonly missingListOf: number | null;
  readonly holidaysHref: string;
  /** Each takes a POST; null where the month is closed, or not this reader's to change. */
  readonly makeAction: string | null;
  readonly clearAction: string | null;
  readonly addHref: string | null;
  /** A page that moves many at once. */
  readonly moveHref: string | null;
  /** What was done to many meetings at once, the newest first. */
  readonly changes: readonly CalendarChangeRow[];
}

export interface CalendarFilters {
  readonly q: string;
  readonly organisations: readonly Option[];
  readonly days: readonly { readonly value: Day; readonly meetings: number; readonly isChosen: boolean }[];
  readonly kinds: readonly { readonly value: MeetingKind; readonly selected: boolean }[];
  /** `calendar.show.<value>` names it. */
  readonly show: readonly { readonly value: MeetingFlag; readonly selected: boolean }[];
  readonly isActive: boolean;
  readonly clearHref: string;
}

export interface CalendarChangeRow {
  readonly what: Sentence;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  readonly takenBackAt: Date | null;
  /** What was moved where, with the words for those who have to know; null where nothing was moved. */
  readonly href: string | null;
  /** Takes a POST; null where it was taken back, or the month is closed. */
  readonly takeBackAction: string | null;
}

export interface CalendarDay {
  /** Meetings that take place. */
  readonly scheduled: number;
  /** Specialists who are not away on the day. */
  readonly people: number;
  /** More meetings than people who could go, one each. */
  readonly isCrowded: boolean;
  /** Where meetings of a crowded day are moved away. */
  readonly moveHref: string | null;
  readonly day: Day;
  readonly meetings: readonly CalendarMeeting[];
}

export interface CalendarMeeting {
  readonly meetingId: string;
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
  /** The one that the last edit was about. */
  readonly isSaved: boolean;
  /** What is to be looked at; `calendar.flag.<flag>` says it. */
  readonly flags: readonly MeetingFlag[];
  /** Where the rule wanted it and why it is not there; null where it is. */
  readonly moved: { readonly from: Day; readonly because: Sentence } | null;
  readonly editHref: string | null;
}

/** `pages/calendar-meeting`: one meeting to move or cancel, or a new one. */
export interface CalendarMeetingPage {
  /** What is to be confirmed before it is saved. */
  readonly doubts: readonly Sentence[];
  /** What a confirmation stands for: another day or hour is asked about anew. */
  readonly confirmed: string | null;
  readonly month: Month;
  readonly calendarHref: string;
  /** Null for a new meeting. */
  readonly branchName: string | null;
  readonly organisation: string | null;
  readonly isCancelled: boolean;
  readonly values: MeetingValues;
  /** Of a new meeting. */
  readonly branches: readonly Option[];
  readonly kinds: readonly Option[];
  readonly errors: FieldErrors;
  /** Why what was asked for was not done. */
  readonly error: string | null;
  readonly saveAction: string;
  readonly cancelAction: string | null;
  readonly restoreAction: string | null;
  /** Of one that somebody added. */
  readonly removeAction: string | null;
}

/** As typed, so that nothing is lost where a value is wrong. */
export interface MeetingValues {
  readonly day: string;
  readonly time: string;
  readonly minutes: string;
  readonly place: string;
  readonly note: string;
  readonly revision: string;
}
