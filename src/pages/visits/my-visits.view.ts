import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { DeclineKind } from '../../kernel/vocabulary.ts';
import type { VisitState } from '../../modules/visits/index.ts';

/** `pages/my-visits`: what a specialist has before them. */
export interface MyVisitsPage {
  readonly month: Month;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** The address of the personal calendar feed. */
  readonly calendarHref: string | null;
  /** My own page of the month's duties, to take along; null while there is none. */
  readonly dutyPage: { readonly pdfHref: string; readonly docxHref: string } | null;
  /** Of today, with a meeting that is not over. */
  readonly today: readonly VisitCard[];
  /** Takes a POST that accepts all that wait; null where fewer than two do. */
  readonly acceptAllAction: string | null;
  /** Offered, and not answered yet. */
  readonly toAnswer: readonly VisitCard[];
  /** Over, and the form is missing or came back. */
  readonly toWrite: readonly VisitCard[];
  readonly ahead: readonly VisitCard[];
  readonly past: readonly VisitCard[];
  /** Not attended, or not held. */
  readonly off: readonly VisitCard[];
}

/** What the reader may say of a visit now. */
export interface VisitActions {
  readonly accept: boolean;
  /** That they do not go: before the meeting begins it is a refusal, afterwards they missed it. */
  readonly refuse: 'before' | 'after' | null;
  readonly sayNotHeld: boolean;
  readonly takeBack: boolean;
  readonly nameStandIn: boolean;
  /** Write the form before there is one to send. */
  readonly prepare: boolean;
}

export interface VisitCard {
  readonly visitId: string;
  readonly branch: string;
  readonly organisation: string;
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly kind: MeetingKind;
  readonly state: VisitState;
  /** Why it is off, in the reader's own words. */
  readonly off: { readonly kind: DeclineKind | null; readonly reason: string | null } | null;
  /** In whose place the reader goes; null where the visit is their own. */
  readonly standsInFor: string | null;
  /** Who sends the form instead of the reader. */
  readonly standIn: string | null;
  readonly may: VisitActions;
  /** Sent back with an answer, so that one given on a stale page changes nothing. */
  readonly revision: number;
  /** Who else goes there. */
  readonly companions: readonly string[];
  /** Null before the meeting. */
  readonly form: 'missing' | 'draft' | 'submitted' | 'accepted' | 'returned' | null;
  /** The last day in time for a form that is owed; null where none is. */
  readonly dueOn: Day | null;
  readonly daysLate: number;
  /** The error of a decline that lacked a reason. */
  readonly declineError: string | null;
  /** What was typed as the reason of a refusal that was not taken. */
  readonly declineReason: string;
  readonly declineKind: DeclineKind | null;
  readonly declineAsked: 'refuse' | 'not_held' | null;
}
