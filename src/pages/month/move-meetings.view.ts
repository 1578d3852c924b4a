import type { Day, Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { FieldErrors } from '../../platform/views/page-context.ts';

/** `pages/move-meetings`: choose meetings, say where to, look at what it does, save. */
export interface MoveMeetingsPage {
  readonly month: Month;
  readonly calendarHref: string;
  readonly action: string;
  readonly values: MoveValues;
  readonly errors: FieldErrors;
  /** Why what was asked for was not done. */
  readonly error: string | null;
  /** Meetings that may be chosen; those that the calendar's filters leave. */
  readonly days: readonly MovableDay[];
  readonly count: number;
  readonly preview: MovePreview | null;
}

/** As typed. */
export interface MoveValues {
  readonly mode: 'spread' | 'day';
  readonly toDay: string;
  readonly from: string;
  readonly to: string;
  readonly most: string;
}

export interface MovableDay {
  readonly day: Day;
  readonly scheduled: number;
  readonly people: number;
  readonly isCrowded: boolean;
  readonly meetings: readonly MovableMeeting[];
}

export interface MovableMeeting {
  /** The meeting and its revision, as the form sends them. */
  readonly value: string;
  readonly isChosen: boolean;
  /** `HH:mm` */
  readonly from: string;
  readonly branch: string;
  readonly organisation: string;
}

export interface MovePreview {
  readonly moves: readonly PreviewedMove[];
  /** Chosen, and with no room anywhere: they stay. */
  readonly left: readonly { readonly branch: string; readonly day: Day }[];
  /** Chosen, and already where they may stay. */
  readonly staying: number;
  readonly days: readonly PreviewedDay[];
  /** What a confirmation stands for: other days are looked at anew. */
  readonly confirmed: string;
  /** A draft plan rests on the calendar as it is. */
  readonly hasDraft: boolean;
}

export interface PreviewedMove {
  readonly value: string;
  /** The name of the field with the new day. */
  readonly field: string;
  readonly branch: string;
  readonly organisation: string;
  readonly from: Day;
  /** `HH:mm` */
  readonly hour: string;
  readonly to: string;
  readonly doubts: readonly Sentence[];
}

/** A day that gains or loses meetings. */
export interface PreviewedDay {
  readonly day: Day;
  readonly before: number;
  readonly after: number;
  readonly people: number;
  readonly isCrowded: boolean;
}

/** `pages/calendar-change`: what was moved where, and the words for those who have to know. */
export interface CalendarChangePage {
  readonly month: Month;
  readonly calendarHref: string;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  readonly takenBackAt: Date | null;
  readonly moves: readonly {
    readonly branch: string;
    readonly from: Day;
    readonly to: Day;
    readonly hour: string;
    readonly secretary: string | null;
    readonly email: string | null;
  }[];
  /** One paragraph for each branch, to be sent on as it stands. */
  readonly text: string;
  /** How many rows show it whole. */
  readonly rows: number;
  readonly takeBackAction: string | null;
}
