import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day } from '../../kernel/month.ts';

import type { ScoreView } from './score.view.ts';

/** `pages/submission`: one form under review, the answers beside the score and its grounds. */
export interface SubmissionPage {
  /** `observer`: whose form it is, back to their own visits. */
  readonly reader: 'board' | 'observer';
  readonly backHref: string;
  readonly branch: string;
  readonly organisation: string;
  readonly day: Day;
  readonly kind: MeetingKind;
  readonly specialist: string;
  readonly department: string;
  readonly state: 'submitted' | 'accepted' | 'returned';
  readonly version: number;
  readonly versions: readonly VersionView[];
  readonly answers: readonly AnswerSection[];
  readonly score: ScoreView;
  readonly review: {
    readonly by: string;
    readonly at: Date;
    readonly comments: string | null;
    /** When it had been accepted, where it was opened again since. */
    readonly wasAcceptedAt: Date | null;
  } | null;
  /** Null where the reader may not review, or where nothing waits for a review. */
  readonly actions: {
    readonly acceptAction: string;
    readonly returnAction: string;
    /** Sent back with the review, so that one given on a stale page changes nothing. */
    readonly revision: number;
    readonly comments: string;
    readonly error: string | null;
  } | null;
  /** Opens an accepted form again; null where there is nothing to open, or the reader may not. */
  readonly reopening: {
    readonly action: string;
    readonly revision: number;
    readonly reason: string;
    readonly error: string | null;
  } | null;
  /** What was typed and why it was not taken, where the form cannot be reviewed any more. */
  readonly refused: { readonly comments: string; readonly error: string } | null;
  /** It waits for a review that its reader may not give, since they sent it. */
  readonly isOwn: boolean;
  /** The next form that waits, so that a pile is worked through without going back. */
  readonly nextHref: string | null;
  readonly previousHref: string | null;
  /** Forms of the month that wait for this reader, without this one. */
  readonly left: number;
  /** What was asked of the version before, and what came of it; null for a first version. */
  readonly before: {
    readonly version: number;
    readonly comments: string | null;
    readonly score: string;
    readonly isUnchanged: boolean;
  } | null;
}

export interface VersionView {
  readonly version: number;
  readonly receivedAt: Date;
  readonly state: 'submitted' | 'accepted' | 'returned';
  readonly comments: string | null;
  readonly href: string | null;
}

export interface AnswerSection {
  readonly title: string;
  readonly rows: readonly AnswerRow[];
}

/** `items` where the answer is a list of observations. */
export interface AnswerRow {
  readonly label: string;
  readonly value: string | null;
  readonly items: readonly (readonly { readonly label: string; readonly value: string }[])[];
  /** What stood there in the version before, where it has changed. */
  readonly before?: string;
}
