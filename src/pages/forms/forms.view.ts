import type { Day } from '../../kernel/month.ts';
import type { MonthProgress } from '../month/month-progress.ts';
import type { Option } from '../../platform/views/page-context.ts';

/** `pages/forms`: forms in and missing, and what waits for a review. */
export interface FormsPage {
  readonly monthProgress: MonthProgress;
  readonly summary: {
    readonly expected: number;
    readonly received: number;
    readonly accepted: number;
    readonly toReview: number;
    readonly returned: number;
    readonly missing: number;
  };
  readonly filters: {
    readonly q: string;
    readonly states: readonly Option[];
    readonly isActive: boolean;
  };
  /** Newest first, those that wait for a review before all others. */
  readonly forms: readonly FormRow[];
  readonly missing: readonly MissingForm[];
  /** How many people owe the form of a meeting that is over. */
  readonly peopleToRemind: number;
  /** Takes the POST that reminds all whose form is missing; null where nobody is to be reminded. */
  readonly remindAction: string | null;
}

export interface FormRow {
  readonly submissionId: string;
  readonly branch: string;
  readonly day: Day;
  readonly specialist: string;
  readonly department: string;
  readonly state: 'submitted' | 'accepted' | 'returned';
  readonly version: number;
  readonly receivedAt: Date;
  /** The observer's total and its rating, and the branch's own total, all written out. */
  readonly total: string;
  readonly rating: string | null;
  readonly self: string | null;
}

export interface MissingForm {
  readonly visitId: string;
  readonly branch: string;
  readonly day: Day;
  readonly specialist: string;
  readonly department: string;
  readonly daysLate: number;
  readonly remindedAt: Date | null;
}
