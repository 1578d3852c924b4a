import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { DeclineKind } from '../../kernel/vocabulary.ts';
import type { VisitRef } from '../../kernel/id.ts';
import type { VisitState } from '../../modules/visits/index.ts';
import type { WaitingItem } from '../waiting/waiting-item.ts';
import type { OwnBalance } from './own-balance.ts';

/** `pages/my-visits`: a specialist's visits. */
export interface MyVisitsPage {
  readonly month: Month;
  /** Whose visits these are: the account for which the device keeps forms. */
  readonly account: string;
  /** The addresses of the pages that the device keeps, so that they open without a network; separated by blanks. */
  readonly keep: string;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** The address of the personal calendar feed. */
  readonly calendarHref: string | null;
  /** The duty notice of the month, for those whom it orders; null where there is none. */
  readonly noticeHref: string | null;
  /** The reader's own page of the month's duties, to print; null while there is none. */
  readonly dutyPage: { readonly pdfHref: string; readonly docxHref: string } | null;
  /** What else the reader is asked for, such as a swap or the days of a month; their visits are listed below. */
  readonly waiting: readonly Pick<WaitingItem, 'sentence' | 'href' | 'month'>[];
  /** Visits of today whose meeting is not over. */
  readonly today: readonly VisitCard[];
  /** Takes a POST that accepts all waiting visits; null where fewer than two wait. */
  readonly acceptAllAction: string | null;
  /** Offered, and not answered yet. */
  readonly toAnswer: readonly VisitCard[];
  /** Visits that are over and whose form is missing or was returned. */
  readonly toWrite: readonly VisitCard[];
  readonly ahead: readonly VisitCard[];
  readonly past: readonly VisitCard[];
  /** Visits missed, or of meetings not held. */
  readonly off: readonly VisitCard[];
  /** The reader's own share and balance; null while there is nothing to be told. */
  readonly balance: OwnBalance | null;
}

/** What the reader can report about a visit at present. */
export interface VisitActions {
  readonly accept: boolean;
  /** Reports that they do not go: before the meeting begins the visit is declined, afterwards it is missed. */
  readonly refuse: 'before' | 'after' | null;
  readonly sayNotHeld: boolean;
  readonly takeBack: boolean;
  readonly nameStandIn: boolean;
  /** Opens the form before it can be sent. */
  readonly prepare: boolean;
}

export interface VisitCard {
  readonly visitId: VisitRef;
  readonly branch: string;
  readonly organisation: string;
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly kind: MeetingKind;
  readonly state: VisitState;
  /** Why the visit is off, in the reader's own words. */
  readonly off: { readonly kind: DeclineKind | null; readonly reason: string | null } | null;
  /** Of a visit outside the plan whether it counts towards the share; null for one of a plan. */
  readonly outside: 'counts' | 'besides' | null;
  /** In whose place the reader goes; null for the reader's own visit. */
  readonly standsInFor: string | null;
  /** Who sends the form instead of the reader. */
  readonly standIn: string | null;
  readonly may: VisitActions;
  /** Sent back with an answer, so that an answer on an outdated page changes nothing. */
  readonly revision: number;
  /** Who else goes there; nobody where the visit is off. */
  readonly companions: readonly string[];
  /** Who has taken the seat of a visit that is off. */
  readonly takenBy: string | null;
  /** Null before the meeting. */
  readonly form: 'missing' | 'draft' | 'submitted' | 'accepted' | 'returned' | null;
  /** The last day on time for an owed form; null where none is owed. */
  readonly dueOn: Day | null;
  readonly daysLate: number;
  /** The error of a refusal without a reason. */
  readonly declineError: string | null;
  /** The typed reason of a refusal that was not accepted. */
  readonly declineReason: string;
  readonly declineKind: DeclineKind | null;
  readonly declineAsked: 'refuse' | 'not_held' | null;
}
