import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { FieldErrors } from '../../platform/views/page-context.ts';

/** `pages/meeting-date`: the one meeting that a link of a mail is about, for the secretary of its branch. */
export interface MeetingDatePage {
  /** Null for a link that is not known, or whose meeting is no longer in the calendar. */
  readonly meeting: LinkedMeetingView | null;
  readonly state: 'open' | 'answered' | 'over' | 'cancelled' | 'unknown';
  readonly contact: { readonly name: string; readonly address: string } | null;
  /** What was answered; null where nothing was, or where it no longer holds. */
  readonly answer: AnswerView | null;
  /** Null where nothing can be answered any more. */
  readonly form: MeetingDateForm | null;
}

export interface LinkedMeetingView {
  readonly committee: string;
  readonly branch: string;
  /** To whom the mail went. */
  readonly secretary: string | null;
  readonly month: Month;
  readonly day: Day;
  /** `HH:mm` */
  readonly from: string;
  readonly to: string;
  readonly kind: MeetingKind;
  readonly place: string;
}

export interface AnswerView {
  readonly kind: 'confirmed' | 'moved' | 'wished' | 'accepted' | 'declined';
  /** In the committee's local time. */
  readonly at: string;
  readonly day: Day;
  readonly from: string;
  /** Empty for the branch's own place. */
  readonly place: string;
  readonly word: string;
  /** Of the board. */
  readonly reason: string;
}

export interface MeetingDateForm {
  readonly confirmAction: string;
  readonly wishAction: string;
  /** The start of the meeting as shown. */
  readonly seen: string;
  /** Whether another day takes effect at once. */
  readonly movesNow: boolean;
  readonly values: { readonly day: string; readonly time: string; readonly place: string; readonly word: string };
  readonly errors: FieldErrors;
  /** Whether another day was typed, so that its part is shown open. */
  readonly isOpen: boolean;
}
