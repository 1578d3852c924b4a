import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { FieldErrors, Option } from '../../platform/views/page-context.ts';
import type { MovableDay } from './move-meetings.view.ts';

/** `pages/edit-meetings`: choose meetings and what they get in common, look at the preview, save. */
export interface EditMeetingsPage {
  readonly month: Month;
  readonly calendarHref: string;
  readonly action: string;
  readonly values: EditManyValues;
  readonly kinds: readonly Option[];
  readonly places: readonly Option[];
  readonly errors: FieldErrors;
  /** Why the request was not carried out. */
  readonly error: string | null;
  /** Meetings that can be chosen: those that the calendar's filters leave. */
  readonly days: readonly MovableDay[];
  readonly count: number;
  readonly preview: EditManyPreview | null;
}

/** As typed; what is empty stays as it is. */
export interface EditManyValues {
  readonly kind: MeetingKind | '';
  readonly time: string;
  readonly minutes: string;
  readonly where: '' | 'usual' | 'other';
  readonly place: string;
}

export interface EditManyPreview {
  readonly edits: readonly {
    readonly branch: string;
    readonly organisation: string;
    readonly day: Day;
    /** `HH:mm` */
    readonly hour: string;
    readonly changes: readonly Sentence[];
    readonly doubts: readonly Sentence[];
  }[];
  /** Number of chosen meetings that are so already. */
  readonly staying: number;
  /** Identifies the previewed edit: another one is previewed again. */
  readonly confirmed: string;
  /** Whether there is a draft plan of the present calendar. */
  readonly hasDraft: boolean;
}
