import type { Day } from '../../kernel/month.ts';
import type { Option, Pagination } from '../../platform/views/page-context.ts';
import type { TouchedLine } from '../holidays/touched.view.ts';
import type { Hours } from '../../kernel/hours.ts';
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
  /** What was just removed, and can be recorded again. */
  readonly removed: RemovedAbsence | null;
  readonly absences: readonly AbsenceRow[];
  readonly pagination: Pagination | null;
  /** Null where nobody can be away, because there is nobody yet. */
  readonly form: AbsenceForm | null;
}

export interface RemovedAbsence {
  readonly specialistId: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly kind: AbsenceKind;
  /** Empty where it was all day. */
  readonly fromTime: string;
  readonly toTime: string;
}

/** `pages/my-absences`: when the reader is away, as they and the board have told it. */
export interface MyAbsencesPage {
  readonly visitsHref: string;
  readonly form: AbsenceForm;
  readonly absences: readonly MyAbsence[];
}

export interface MyAbsence {
  readonly from: Day;
  /** The last day away. */
  readonly to: Day;
  readonly kind: AbsenceKind;
  readonly hours: Hours | null;
  /** Null where the board told it. */
  readonly removeAction: string | null;
}

export interface AbsenceRow {
  readonly absenceId: string;
  readonly name: string;
  readonly department: string;
  readonly from: Day;
  /** The last day away. */
  readonly to: Day;
  readonly kind: AbsenceKind;
  /** On each of these days; null: all day. */
  readonly hours: Hours | null;
  readonly removeAction: string;
}

export interface AbsenceForm {
  readonly action: string;
  readonly specialists: readonly Option[];
  readonly kinds: readonly Option[];
  /** How much of each day. */
  readonly parts: readonly Option[];
  readonly from: string;
  readonly to: string;
  /** Where it is hours that are asked for. */
  readonly fromTime: string;
  readonly toTime: string;
  /** By field, what is wrong with it. */
  readonly errors: Readonly<Record<string, string>>;
  /** What is to be confirmed before it is recorded. */
  readonly doubts: AbsenceDoubts | null;
}

export interface AbsenceDoubts {
  /** Published visits in that time. */
  readonly visits: readonly TouchedLine[];
  /** Other absences of the same person in that time. */
  readonly overlaps: readonly {
    readonly from: Day;
    readonly to: Day;
    readonly kind: AbsenceKind;
    readonly hours: Hours | null;
  }[];
  readonly isLong: boolean;
  /** So far from today that the year is probably wrong. */
  readonly isFar: boolean;
  /** The kind under which just these days stand already, where another is to be recorded. */
  readonly replaces: AbsenceKind | null;
  /** What a confirmation is about: another person or time is asked about anew. */
  readonly asked: string;
}
