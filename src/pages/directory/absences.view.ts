import type { Day } from '../../kernel/month.ts';
import type { Option, Pagination } from '../../platform/views/page-context.ts';
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
}
