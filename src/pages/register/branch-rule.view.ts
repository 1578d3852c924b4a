import type { HolidayKind } from '../../kernel/vocabulary.ts';
import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { AskedQuestion, FormField } from './register-form.view.ts';

/** `pages/branch-rule`: when a branch meets, with the days that this gives in the coming months. */
export interface BranchRulePage {
  readonly title: string;
  readonly backHref: string;
  readonly back: string;
  readonly action: string;
  /** Shows the days of what is typed; takes a POST and stores nothing. */
  readonly previewAction: string;
  readonly seen: number;
  /** Why it was not saved, where no field is at fault. */
  readonly error: string | null;
  /** What would become wrong elsewhere. */
  readonly faults: readonly string[];
  readonly questions: readonly AskedQuestion[];
  readonly fields: readonly FormField[];
  readonly preview: RulePreview;
}

/** The partial `rule-preview`. */
export interface RulePreview {
  /** Null where what was typed cannot be read. */
  readonly months: readonly RulePreviewMonth[] | null;
}

export interface RulePreviewMonth {
  readonly month: Month;
  /** First and last day off of the lunar new year. */
  readonly tet: { readonly from: Day; readonly to: Day } | null;
  readonly meetings: readonly RulePreviewMeeting[];
  /** Kinds of meetings for which the month does not have the weekday of the rule. */
  readonly without: readonly MeetingKind[];
}

export interface RulePreviewMeeting {
  readonly day: Day;
  /** `HH:mm` */
  readonly from: string;
  readonly to: string;
  readonly kind: MeetingKind;
  /** The day of the rule, where the meeting is on another one. */
  readonly movedFrom: Day | null;
  /** Whether it is before the day of the rule, because no free day is left after it. */
  readonly isEarlier: boolean;
  readonly because: readonly PassedLine[];
  readonly isShortened: boolean;
  /** The name of the day off on which it stays, because the month has no free day. */
  readonly dayOff: string | null;
}

export interface PassedLine {
  readonly day: Day;
  readonly because: 'weekend' | 'holiday' | 'taken';
  /** Of a holiday. */
  readonly kind: HolidayKind | null;
  readonly name: string;
}
