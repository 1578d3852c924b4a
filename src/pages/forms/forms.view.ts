import type { Day, Month } from '../../kernel/month.ts';
import type { MonthProgress } from '../month/month-progress.ts';
import type { SortHead } from '../directory/page-rows.ts';
import type { DeclineKind } from '../../kernel/vocabulary.ts';
import type { DepartmentRef, Ref, SpecialistRef, VisitRef } from '../../kernel/id.ts';
import type { VisitState } from '../../modules/visits/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { FORM_COLUMNS } from './review-queue.ts';
import type { Option, Pagination } from '../../platform/views/page-context.ts';

/** `pages/forms`: forms received, missing, and waiting for review. */
export interface FormsPage {
  readonly monthProgress: MonthProgress;
  readonly summary: {
    readonly expected: number;
    readonly received: number;
    readonly accepted: number;
    readonly toReview: number;
    readonly returned: number;
    /** Meetings that are over and for which no form was sent. */
    readonly missing: number;
    /** Meetings that are ahead or not over. */
    readonly notHeld: number;
  };
  readonly filters: {
    readonly q: string;
    readonly states: readonly Option[];
    readonly sorts: readonly Option[];
    readonly isActive: boolean;
  };
  /** The page that accepts ordinary forms together; null where fewer than two forms wait for this reader. */
  readonly ordinary: { readonly href: string; readonly waiting: number } | null;
  readonly heads: Readonly<Record<(typeof FORM_COLUMNS)[number], SortHead>>;
  /** In the requested order. */
  readonly forms: readonly FormRow[];
  readonly found: number;
  /** Null where all fit on one page. */
  readonly pagination: Pagination | null;
  readonly owed: OwedForms;
  /** Visits of the month for which no form is expected. */
  readonly off: readonly OffVisit[];
}

/** The owed forms of this month, and the late ones of all others. */
export interface OwedForms {
  readonly count: number;
  /** Whether the list is short enough to be shown unfolded. */
  readonly isShort: boolean;
  /** Whether a search hides some of them. */
  readonly isSearch: boolean;
  readonly departments: readonly OwedDepartment[];
  /** Number of people with a late form whom nobody has reminded by hand today. */
  readonly peopleToRemind: number;
  /** Takes the POST that reminds all of them, or the department or person named in it; null for other readers. */
  readonly remindAction: string | null;
  /** The late ones as plain text, to be copied into a message; empty where nobody is late. */
  readonly lines: string;
}

export interface FormRow {
  readonly submissionId: Ref<'Submission'>;
  /** Its page, which keeps the order of the list. */
  readonly href: string;
  readonly branch: string;
  readonly day: Day;
  readonly specialist: string;
  readonly department: string;
  readonly state: 'submitted' | 'accepted' | 'returned';
  readonly version: number;
  readonly receivedAt: Date;
  /** The observer's total with its rating, and the branch's own total, as text. */
  readonly total: string;
  readonly rating: string | null;
  /** Whether people decided it, rather than the points. */
  readonly isOfficial: boolean;
  readonly self: string | null;
  /** Why it should be read first; empty where it does not wait. */
  readonly signs: readonly Sentence[];
}

export interface OwedDepartment {
  readonly departmentId: DepartmentRef;
  readonly name: string;
  readonly count: number;
  readonly late: number;
  /** Whether a reminder of the whole department would reach anybody. */
  readonly isToRemind: boolean;
  readonly people: readonly OwedPerson[];
}

export interface OwedPerson {
  readonly specialistId: SpecialistRef;
  readonly name: string;
  readonly isToRemind: boolean;
  readonly forms: readonly OwedFormRow[];
}

/** A visit that nobody made, or whose meeting was not held. */
export interface OffVisit {
  readonly visitId: VisitRef;
  readonly revision: number;
  readonly branch: string;
  readonly day: Day;
  readonly specialist: string;
  readonly state: VisitState;
  readonly kind: DeclineKind | null;
  /** In their own words; null for readers who may not see them. */
  readonly reason: string | null;
  /** Takes a POST; null for other readers. */
  readonly takeBackAction: string | null;
}

export interface OwedFormRow {
  readonly visitId: VisitRef;
  readonly revision: number;
  /** The base address for reporting the outcome of the visit; null for other readers. */
  readonly action: string | null;
  readonly branch: string;
  readonly day: Day;
  /** It was sent and returned for correction. */
  readonly isReturned: boolean;
  /** It had come, and its author took it back. */
  readonly isWithdrawn: boolean;
  readonly dueOn: Day;
  readonly daysLate: number;
  readonly remindedAt: Date | null;
  /** Null where the service sent the reminder. */
  readonly remindedBy: string | null;
  /** For whom, where a deputy did it. */
  readonly remindedFor: string | null;
  /** The month's page, where it is another month. */
  readonly month: { readonly month: Month; readonly href: string } | null;
}
