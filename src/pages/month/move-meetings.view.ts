import type { Day, Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { FieldErrors } from '../../platform/views/page-context.ts';

/** `pages/move-meetings`: choose meetings and a target, look at the preview, save. */
export interface MoveMeetingsPage {
  readonly month: Month;
  readonly calendarHref: string;
  readonly action: string;
  readonly values: MoveValues;
  readonly errors: FieldErrors;
  /** Why the request was not carried out. */
  readonly error: string | null;
  /** Meetings that can be chosen: those that the calendar's filters leave. */
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
  /** The meeting and its revision, as sent by the form. */
  readonly value: string;
  readonly isChosen: boolean;
  /** `HH:mm` */
  readonly from: string;
  readonly branch: string;
  readonly organisation: string;
}

export interface MovePreview {
  readonly moves: readonly PreviewedMove[];
  /** Chosen meetings for which no day has room; they stay. */
  readonly left: readonly { readonly branch: string; readonly day: Day }[];
  /** Number of chosen meetings that need not move. */
  readonly staying: number;
  readonly days: readonly PreviewedDay[];
  /** Identifies the previewed moves: other days are previewed again. */
  readonly confirmed: string;
  /** Whether there is a draft plan of the present calendar. */
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

/** `pages/calendar-change`: what was changed, with texts for those who have to know. */
export interface CalendarChangePage {
  readonly month: Month;
  readonly title: Sentence;
  readonly calendarHref: string;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  /** For whom, where a deputy did it. */
  readonly madeFor: string | null;
  readonly takenBackAt: Date | null;
  readonly moves: readonly {
    readonly branch: string;
    readonly from: Day;
    readonly to: Day;
    /** `HH:mm` */
    readonly wasAt: string;
    readonly hour: string;
    readonly isMoved: boolean;
    /** What else differs. */
    readonly differences: readonly Sentence[];
    readonly secretary: string | null;
    readonly email: string | null;
  }[];
  /** One paragraph per branch, to be sent on. */
  readonly text: string;
  /** The number of rows in which it is fully visible. */
  readonly rows: number;
  readonly takeBackAction: string | null;
  /** When the secretaries were told by mail of how the change stands. */
  readonly toldAt: Date | null;
  /** Tells them; null where nobody can be told, or not any more. `count`: meetings whose secretary has an address. */
  readonly tell: { readonly action: string; readonly count: number; readonly without: number } | null;
}
