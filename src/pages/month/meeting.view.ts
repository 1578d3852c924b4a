import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** `pages/meeting`: one meeting, who goes there and why. */
export interface MeetingPage {
  readonly month: Month;
  readonly monthHref: string;
  readonly meetingId: string;
  readonly branch: string;
  readonly organisation: string;
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly kind: MeetingKind;
  readonly wanted: { readonly min: number; readonly max: number };
  readonly isMandatory: boolean;
  readonly state: 'covered' | 'partial' | 'uncovered';
  /** What makes the visit worth while, such as the months since the last one or the fields that are weak. */
  readonly grounds: readonly Sentence[];
  readonly people: readonly AssignedPerson[];
  /** For each assigned person, beside those who would be next. */
  readonly why: readonly WhyTable[];
  readonly uncovered: UncoveredMeeting | null;
}

/** Why somebody is missing, and what those who could go do at that hour. */
export interface UncoveredMeeting {
  readonly reason: Sentence;
  /** A count that shows why it cannot be otherwise, where there is one. */
  readonly count: Sentence | null;
  readonly candidates: readonly BusyCandidate[];
}

export interface AssignedPerson {
  readonly name: string;
  readonly department: string;
  /** A state of the visit; null before the month is published. */
  readonly state: string | null;
  /** Why the visit was declined. */
  readonly reason: string | null;
  readonly isPinned: boolean;
}

export interface WhyTable {
  /** Whose assignment this explains. */
  readonly name: string;
  /** The chosen person first, then the next best. */
  readonly candidates: readonly WhyCandidate[];
  readonly rows: readonly WhyRow[];
}

export interface WhyCandidate {
  readonly name: string;
  readonly department: string;
  /** What the plan would lose with this person instead. */
  readonly change:
    | { readonly kind: 'chosen' }
    | { readonly kind: 'cost'; readonly cost: number }
    | { readonly kind: 'ineligible'; readonly reason: Sentence };
}

export interface WhyRow {
  /** The message `why.term.<term>` names it. */
  readonly term: 'expertise' | 'rotation' | 'travel' | 'familiarity' | 'preference' | 'load';
  /** One for each candidate. */
  readonly values: readonly Sentence[];
}

export interface BusyCandidate {
  readonly name: string;
  readonly department: string;
  readonly doing: Sentence;
}
