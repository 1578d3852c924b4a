import type { Day } from '../../kernel/month.ts';
import type { Option, Pagination } from '../../platform/views/page-context.ts';
import type { TouchedLine } from '../holidays/touched.view.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';

/** `pages/absences` */
export interface AbsencesPage {
  readonly filters: {
    readonly q: string;
    /** Today and later, or over. */
    readonly when: readonly Option[];
    readonly isActive: boolean;
  };
  readonly total: number;
  readonly absences: readonly AbsenceRow[];
  readonly pagination: Pagination | null;
  /** Null where nobody can be away, because there is nobody yet. */
  readonly form: AbsenceForm | null;
}

export interface AbsenceRow {
  readonly absenceId: string;
  readonly name: string;
  readonly department: string;
  readonly from: Day;
  /** The last day away. */
  readonly to: Day;
  readonly kind: AbsenceKind;
  readonly removeAction: string;
}

export interface AbsenceForm {
  readonly action: string;
  readonly specialists: readonly Option[];
  readonly kinds: readonly Option[];
  readonly from: string;
  readonly to: string;
  /** By field, what is wrong with it. */
  readonly errors: Readonly<Record<string, string>>;
  /** What is to be confirmed before it is recorded. */
  readonly doubts: AbsenceDoubts | null;
}

export interface AbsenceDoubts {
  /** Published visits in that time. */
  readonly visits: readonly TouchedLine[];
  /** Other absences of the same person in that time. */
  readonly overlaps: readonly { readonly from: Day; readonly to: Day; readonly kind: AbsenceKind }[];
  readonly isLong: boolean;
  /** The kind under which just these days stand already, where another is to be recorded. */
  readonly replaces: AbsenceKind | null;
  /** What a confirmation is about: another person or time is asked about anew. */
  readonly asked: string;
}
