import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day } from '../../kernel/month.ts';
import type { VersionState } from '../../modules/evaluations/index.ts';

import type { Sentence } from '../../platform/i18n/messages.ts';
import type { RatingView } from './rating.view.ts';
import type { ScoreView } from '../../modules/evaluations/index.ts';

/** `pages/submission`: one form under review, the answers beside the score and its reasons. */
export interface SubmissionPage {
  /** `observer`: the author, whose way back leads to their own visits. */
  readonly reader: 'board' | 'observer';
  readonly backHref: string;
  readonly branch: string;
  readonly organisation: string;
  readonly day: Day;
  readonly kind: MeetingKind;
  readonly specialist: string;
  readonly department: string;
  readonly state: VersionState;
  readonly version: number;
  /** Who else observes the meeting; without an address their form is not in, or not for this reader. */
  readonly beside: readonly { readonly specialist: string; readonly isSent: boolean; readonly href: string | null }[];
  /** What people call the form by. */
  readonly reference: string;
  /** Of the copy on paper; `/pdf` and `/docx` follow. */
  readonly copyHref: string;
  readonly versions: readonly VersionView[];
  readonly answers: readonly AnswerSection[];
  readonly score: ScoreView;
  /** Of the meeting; null where nothing is decided and the reader decides nothing. */
  readonly rating: RatingView | null;
  readonly review: {
    readonly by: string;
    readonly onBehalfOf: string | null;
    readonly at: Date;
    readonly comments: string | null;
    /** When it had been accepted, if it was reopened since. */
    readonly wasAcceptedAt: Date | null;
  } | null;
  /** Null where the reader may not review, or where the form does not wait for review. */
  readonly actions: {
    readonly acceptAction: string;
    readonly returnAction: string;
    /** Where an obvious slip is corrected. */
    readonly correctHref: string;
    /** Sent back with the review, so that a review on an outdated page changes nothing. */
    readonly revision: number;
    /** Opens this page again. */
    readonly keeps: string;
    readonly comments: string;
    readonly error: string | null;
  } | null;
  /** Reopens an accepted form; null where that is not possible, or not for this reader. */
  readonly reopening: {
    readonly action: string;
    readonly revision: number;
    readonly reason: string;
    readonly error: string | null;
  } | null;
  /** Takes it back while it waits, for its author; null where they may not. */
  readonly withdrawing: {
    readonly action: string;
    readonly revision: number;
    readonly reason: string;
    readonly error: string | null;
  } | null;
  /** Its author took it back. */
  readonly withdrawal: { readonly at: Date; readonly reason: string } | null;
  /** What its author answers to what was asked of the version before. */
  readonly reply: string | null;
  /** Typed comments and why they were not accepted, where the form can no longer be reviewed. */
  readonly refused: { readonly comments: string; readonly error: string } | null;
  /** Why a reviewer should read it with care; empty for others. */
  readonly signs: readonly Sentence[];
  /** It waits for review, but the reader sent it and may not review it. */
  readonly isOwn: boolean;
  /** The next waiting form, so that a reviewer can go from one to the next. */
  readonly nextHref: string | null;
  readonly previousHref: string | null;
  /** Number of other forms of the month that wait for this reader. */
  readonly left: number;
  /** This version is a reviewer's, in the place of the one before; null where it is the author's. */
  readonly correction: { readonly by: string; readonly version: number; readonly reason: string } | null;
  /** What was asked for when an earlier version was returned, and the result; null where none was. */
  readonly before: {
    readonly version: number;
    readonly comments: string | null;
    /** On how many questions there was a remark. */
    readonly remarks: number;
    readonly score: string;
    readonly isUnchanged: boolean;
  } | null;
}

export interface VersionView {
  readonly version: number;
  readonly receivedAt: Date;
  readonly state: VersionState | 'corrected';
  /** The reviewer's, or why its author took it back. */
  readonly comments: string | null;
  readonly reply: string | null;
  readonly href: string | null;
}

export interface AnswerSection {
  readonly title: string;
  readonly rows: readonly AnswerRow[];
}

/** `items` for a list of observations; without a value or items nothing was answered. */
export interface AnswerRow {
  /** The question, by the pointer of its answer. */
  readonly question: string;
  readonly label: string;
  readonly value: string | null;
  readonly items: readonly (readonly { readonly label: string; readonly value: string }[])[];
  /** The previous version's answer, where it has changed. */
  readonly before?: string;
  /** What the reviewer of this version says about the answer. */
  readonly remark?: string;
  /** What the reviewer of the version before said about it. */
  readonly asked?: { readonly version: number; readonly text: string };
  /** Where the reader may remark on it: the name of the field, and what was typed. */
  readonly input?: { readonly name: string; readonly value: string };
}
