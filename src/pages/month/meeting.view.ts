import type { DeclineKind } from '../../kernel/vocabulary.ts';
import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { Option } from '../../platform/views/page-context.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { Standing } from './current-assignments.ts';
import type { OutdatedDraft } from './draft-standing.ts';

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
  readonly state: Standing['state'];
  /** Where the draft that is shown no longer fits. */
  readonly outdated: OutdatedDraft | null;
  /** What makes the visit worth while, such as when the last one was or the fields that are weak. */
  readonly grounds: readonly Sentence[];
  readonly people: readonly AssignedPerson[];
  /** For each assigned person, beside those who would be next. */
  readonly why: readonly WhyTable[];
  /** Why nobody or too few go; null where enough do. */
  readonly uncovered: UncoveredMeeting | null;
  /** Asks about anybody; null where there is no plan to ask about. */
  readonly ask: AskWhyNot | null;
}

/** Why nobody or too few go there, and what those who could go do at that hour. */
export interface UncoveredMeeting {
  readonly reason: Sentence;
  /** A count that shows why it cannot be otherwise, where there is one. */
  readonly count: Sentence | null;
  /** Who is free first, and of them whoever fits best. */
  readonly candidates: readonly BusyCandidate[];
  /** Beyond those that are shown first. */
  readonly moreCandidates: readonly BusyCandidate[];
  /** Moves the meeting to another day or hour; null where the month is closed, or not this reader's to change. */
  readonly moveHref: string | null;
}

export interface AssignedPerson {
  readonly name: string;
  readonly department: string;
  /** A state of the visit; null before the month is published. */
  readonly state: string | null;
  /** Why the visit was declined; the words are for the board. */
  readonly kind: DeclineKind | null;
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
  /** Whether they are the chosen one, may be asked about, and why not they. */
  readonly isChosen: boolean;
  readonly reason: Sentence;
  /** Asks what the whole month would come to with them; null for the chosen person. */
  readonly askHref: string | null;
}

export interface WhyRow {
  /** The message `why.term.<term>` names it. */
  readonly term:
    'expertise' | 'rotation' | 'travel' | 'familiarity' | 'preference' | 'fit' | 'balance' | 'load' | 'fairness';
  /** One for each candidate. */
  readonly values: readonly Sentence[];
}

export interface BusyCandidate {
  readonly name: string;
  readonly department: string;
  readonly doing: Sentence;
  /** Asks what the whole month would come to with them. */
  readonly askHref: string;
}

/** A choice of people, and the answer about one of them. */
export interface AskWhyNot {
  readonly action: string;
  readonly people: readonly Option[];
  readonly answer: WhyNotAnswer | null;
}

export interface WhyNotAnswer {
  readonly sentence: Sentence;
  /** Whether the details are what else would change; else they are what speaks against it. */
  readonly isChange: boolean;
  readonly details: readonly Sentence[];
  /** Changes beyond those that are told. */
  readonly more: number;
}
