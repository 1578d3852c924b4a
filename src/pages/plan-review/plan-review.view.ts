import type { Day } from '../../kernel/month.ts';
import type { MeetingRef, PlanRef, SpecialistRef } from '../../kernel/id.ts';
import type { OutdatedDraft } from '../month/outdated-draft.ts';
import type { MonthProgress } from '../month/month-progress.ts';
import type { AgendaDay, DifferenceView, LeftOutPart, PlanFigures, UncoveredMeeting } from '../month/month.view.ts';
import type { OwnChoice } from '../month/own-choices.ts';
import type { MonthReview } from '../month/review-lines.ts';
import type { WarningGroup } from '../month/warnings-view.ts';

/** `pages/plan-review`: a month's plan as it is read before it is approved, and what the reader may do with it. */
export interface PlanReviewPage {
  readonly monthProgress: MonthProgress;
  readonly review: MonthReview;
  /** By what it was made instead of the committee's policy; the proof is about these. */
  readonly ownChoices: readonly OwnChoice[];
  readonly outdated: OutdatedDraft | null;
  /** What will not be sent, because it has begun. */
  readonly leftOut: LeftOutPart | null;
  readonly figures: PlanFigures;
  /** What it changes against what was submitted before; null where nothing was. */
  readonly difference: DifferenceView | null;
  /** The same as what was submitted before. */
  readonly isUnchanged: boolean;
  readonly uncovered: readonly UncoveredMeeting[];
  readonly moreUncovered: readonly UncoveredMeeting[];
  readonly warnings: readonly WarningGroup[];
  readonly byHand: {
    readonly edits: number;
    readonly overruled: readonly DecisionLine[];
    readonly others: readonly DecisionLine[];
  };
  readonly loads: LoadFigures;
  readonly people: readonly PersonLine[];
  readonly agenda: readonly AgendaDay[];
  readonly actions: ReviewActions;
  /** Why nothing was done; null where nothing was refused. */
  readonly error: string | null;
  /** What is wrong with the comment that was typed last. */
  readonly commentErrors: {
    readonly decision: string | null;
    readonly submission: string | null;
    readonly withdrawal: string | null;
  };
  /** What was typed in each form that was refused. */
  readonly typed: { readonly decision: string; readonly submission: string; readonly withdrawal: string };
}

/** A step that was not taken. */
export interface ReviewRefused {
  readonly step: ReviewStep;
  readonly comment: string;
  readonly error: string;
  readonly isAboutComment: boolean;
}

export type ReviewStep = 'submit' | 'withdraw' | 'approve' | 'send-back';

/** Somebody whom people have sent to a meeting or kept from it. */
export interface DecisionLine {
  readonly kind: 'must' | 'must_not';
  readonly name: string;
  readonly meetingId: MeetingRef;
  readonly branch: string;
  readonly day: Day;
  /** Rules that were overruled, as the engine names them. */
  readonly overrules: readonly string[];
  readonly reason: string | null;
}

export interface LoadFigures {
  readonly people: number;
  readonly visits: number;
  /** People who go a whole visit or more above or below their share. */
  readonly above: number;
  readonly below: number;
}

export interface PersonLine {
  readonly specialistId: SpecialistRef;
  readonly name: string;
  readonly department: string;
  readonly visits: number;
  readonly share: number;
  readonly off: 'above' | 'below' | null;
  readonly meetings: readonly { readonly meetingId: MeetingRef; readonly branch: string; readonly day: Day }[];
}

/** Null: not possible at present, or not for this reader. */
export interface ReviewActions {
  readonly planId: PlanRef;
  readonly revision: number;
  readonly submit: { readonly action: string; readonly approvers: readonly string[] } | null;
  readonly withdrawAction: string | null;
  readonly approveAction: string | null;
  readonly sendBackAction: string | null;
  /** The reader submitted it, so that somebody else has to approve it. */
  readonly isOwn: boolean;
  /** In whose place the reader decides as a deputy; null where in their own name. */
  readonly principal: string | null;
  /** Others in whose place they might approve what they may not approve in this one. */
  readonly otherPrincipals: readonly string[];
  readonly publishHref: string | null;
  readonly deskHref: string | null;
  /** Those who may approve it, while it waits. */
  readonly waitsFor: readonly string[];
}
