import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { VisitState } from '../../modules/visits/index.ts';

/** `pages/my-visits`: what a specialist has before them. */
export interface MyVisitsPage {
  readonly month: Month;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** The address of the personal calendar feed. */
  readonly calendarHref: string | null;
  /** Offered, and not answered yet. */
  readonly toAnswer: readonly VisitCard[];
  /** Over, and the form is missing or came back. */
  readonly toWrite: readonly VisitCard[];
  readonly ahead: readonly VisitCard[];
  readonly past: readonly VisitCard[];
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
}
