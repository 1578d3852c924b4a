import type { CalendarReplyRow } from '../mails/mails.view.ts';
import type { DeclineKind } from '../../kernel/vocabulary.ts';
import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { MeetingRef } from '../../kernel/id.ts';
import type { Option } from '../../platform/views/page-context.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { Standing } from './current-assignments.ts';
import type { OutdatedDraft } from './outdated-draft.ts';

/** `pages/meeting`: one meeting, who goes there and why. */
export interface MeetingPage {
  readonly month: Month;
  readonly monthHref: string;
  readonly meetingId: MeetingRef;
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
  /** Set where the draft shown is outdated. */
  readonly outdated: OutdatedDraft | null;
  /** Why the visit is worthwhile, such as when the last one was, or the weak fields. */
  readonly grounds: readonly Sentence[];
  readonly people: readonly AssignedPerson[];
  /** What their calendar programs answered. */
  readonly replies: readonly CalendarReplyRow[];
  /** For each assigned person, beside the next candidates. */
  readonly why: readonly WhyTable[];
  /** Why nobody or too few people go; null where enough do. */
  readonly uncovered: UncoveredMeeting | null;
  /** Asks about any person; null where there is no plan to ask about. */
  readonly ask: AskWhyNot | null;
  /** Changes the published plan at this meeting; null where it is not published, or over, or not this reader's to change. */
  readonly amendHref: string | null;
  /** Where it is entered who went there, though nobody was sent; null where that is nothing to enter. */
  readonly recordHref: string | null;
  /** Who could go, or go instead of somebody; null where enough go, or it is not this reader's to change. */
  readonly repairsHref: string | null;
  /** Moves or cancels a meeting of a published month; null where the reader may not. */
  readonly changeHref: string | null;
  /** Changes the draft at this meeting; null where it is none, or not this reader's to change. */
  readonly byHand: {
    readonly action: string;
    readonly people: readonly Option[];
    readonly kinds: readonly Option[];
    /** Gives the place of somebody who goes there to another; null where nobody goes. */
    readonly handOver: { readonly from: readonly Option[]; readonly to: readonly Option[] } | null;
    /** Sends somebody who goes there to another meeting instead; null where nobody goes, or there is no other. */
    readonly moveTo: { readonly from: readonly Option[]; readonly to: readonly Option[] } | null;
  } | null;
}

/** Why nobody or too few people go there, and what the eligible people do at that hour. */
export interface UncoveredMeeting {
  readonly reason: Sentence;
  /** A count that shows that it is impossible, where there is one. */
  readonly count: Sentence | null;
  /** Free people first, best fit first. */
  readonly candidates: readonly BusyCandidate[];
  /** Further ones, which are folded. */
  readonly moreCandidates: readonly BusyCandidate[];
  /**
   * Moves the meeting to another day or hour; null where the month is closed, or where the reader may not change it.
   */
  readonly moveHref: string | null;
}

export interface AssignedPerson {
  readonly name: string;
  readonly department: string;
  /** The state of the visit; null before publication. */
  readonly state: string | null;
  /** Why the visit was declined; the words are for the board only. */
  readonly kind: DeclineKind | null;
  readonly reason: string | null;
  readonly isPinned: boolean;
  /** The visit was entered beside the plan. */
  readonly isOutside: boolean;
  /** Why a rule of planning was overruled for them to go; null where none was. */
  readonly overruledFor: string | null;
}

export interface WhyTable {
  /** The person whose assignment this explains. */
  readonly name: string;
  /** The assigned person first, then the next candidates. */
  readonly candidates: readonly WhyCandidate[];
  readonly rows: readonly WhyRow[];
  /** How many of those who could go fit the meeting less well. */
  readonly rank: Sentence;
  /** Where somebody was asked to go because it helps to compare observers. */
  readonly wished: Sentence | null;
}

export interface WhyCandidate {
  readonly name: string;
  readonly department: string;
  /** Whether it is the assigned person, and why not otherwise. */
  readonly isChosen: boolean;
  readonly reason: Sentence;
  /** Asks how the whole month would change with this person; null for the assigned one. */
  readonly askHref: string | null;
}

export interface WhyRow {
  /** The message `why.term.<term>` names it. */
  readonly term:
    | 'expertise'
    | 'rotation'
    | 'travel'
    | 'familiarity'
    | 'preference'
    | 'together'
    | 'fit'
    | 'balance'
    | 'load'
    | 'fairness'
    | 'linkage';
  /** One for each candidate. */
  readonly values: readonly Sentence[];
}

export interface BusyCandidate {
  readonly name: string;
  readonly department: string;
  readonly doing: Sentence;
  /** Asks how the whole month would change with this person. */
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
  /** All that counts in the tier that decided; null where it says no more than the changes. */
  readonly terms: Sentence | null;
  /** The answer is the best that was found, and not known to be the best there is. */
  readonly isUnproven: boolean;
  /** Whether the details list further changes; otherwise they list what stands against it. */
  readonly isChange: boolean;
  readonly details: readonly Sentence[];
  /** Number of changes that are not listed. */
  readonly more: number;
}
