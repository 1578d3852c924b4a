import type { Day } from '../../kernel/month.ts';
import type { OwnRoundView } from '../availability/availability.view.ts';
import type { Option, Pagination } from '../../platform/views/page-context.ts';
import type { TouchedLine } from '../holidays/touched.view.ts';
import type { Hours } from '../../kernel/hours.ts';
import type { ABSENCE_ORDERS } from '../../modules/directory/index.ts';
import type { SortHead } from './page-rows.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';
import type { Ref, SpecialistRef } from '../../kernel/id.ts';

/** `pages/absences` */
export interface AbsencesPage {
  readonly filters: {
    readonly q: string;
    /** Current and coming absences, or past ones. */
    readonly when: readonly Option[];
    readonly sort: string;
    readonly isActive: boolean;
  };
  readonly heads: Readonly<Record<(typeof ABSENCE_ORDERS)[number], SortHead>>;
  readonly total: number;
  /** The absence just removed, which can be recorded again. */
  readonly removed: RemovedAbsence | null;
  readonly absences: readonly AbsenceRow[];
  readonly pagination: Pagination | null;
  readonly weekly: readonly (WeeklyRow & { readonly name: string })[];
  /** Null while there are no specialists. */
  readonly form: AbsenceForm | null;
}

export interface RemovedAbsence {
  readonly specialistId: SpecialistRef;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly kind: AbsenceKind;
  /** Empty where it was all day. */
  readonly fromTime: string;
  readonly toTime: string;
}

/** `pages/my-absences`: the reader's absences, as recorded by them and by the board. */
export interface MyAbsencesPage {
  readonly visitsHref: string;
  readonly form: AbsenceForm;
  readonly absences: readonly MyAbsence[];
  readonly weekly: readonly WeeklyRow[];
  /** The last ones that are over. */
  readonly over: readonly Omit<MyAbsence, 'removeAction'>[];
  /** Months about which the reader was asked, and which are not published. */
  readonly rounds: readonly OwnRoundView[];
  readonly preferences: PreferencesForm;
  readonly conflicts: OwnConflicts;
}

/** Branches that the reader should not visit: those registered, and the form for another one. */
export interface OwnConflicts {
  readonly items: readonly {
    readonly branch: string;
    readonly reason: string;
    /** The last day on which it counts; null: for as long as it is registered. */
    readonly until: Day | null;
    /** Null where the board registered it. */
    readonly removeAction: string | null;
  }[];
  readonly action: string;
  readonly branches: readonly Option[];
  readonly reasons: readonly Option[];
  readonly until: string;
  readonly errors: Readonly<Record<string, string>>;
}

/** On which weekdays the reader would rather not go. */
export interface PreferencesForm {
  readonly action: string;
  readonly days: readonly { readonly name: string; readonly weekday: number; readonly options: readonly Option[] }[];
}

export interface MyAbsence {
  readonly from: Day;
  /** The last day away. */
  readonly to: Day;
  readonly kind: AbsenceKind;
  readonly hours: Hours | null;
  /** Null where the board recorded it. */
  readonly removeAction: string | null;
}

/** Away on one weekday of every week. */
export interface WeeklyRow {
  readonly weekday: number;
  readonly from: Day;
  readonly to: Day;
  readonly hours: Hours | null;
  readonly kind: AbsenceKind;
  /** Null where the board recorded it. */
  readonly removeAction: string | null;
}

export interface AbsenceRow {
  readonly absenceId: Ref<'Absence'>;
  readonly name: string;
  readonly department: string;
  readonly from: Day;
  /** The last day away. */
  readonly to: Day;
  readonly kind: AbsenceKind;
  /** Between these hours on each of the days; null: all day. */
  readonly hours: Hours | null;
  readonly removeAction: string;
}

export interface AbsenceForm {
  readonly action: string;
  readonly specialists: readonly Option[];
  readonly kinds: readonly Option[];
  /** Each day of the time, or one weekday of every week. */
  readonly every: readonly Option[];
  /** The part of each day. */
  readonly parts: readonly Option[];
  readonly from: string;
  readonly to: string;
  /** Only where hours are typed. */
  readonly fromTime: string;
  readonly toTime: string;
  /** The fault of each field. */
  readonly errors: Readonly<Record<string, string>>;
  /** What has to be confirmed before it is recorded. */
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
  /** Whether it is so far from today that the year is probably wrong. */
  readonly isFar: boolean;
  /** The kind under which exactly these days are already recorded, where another kind is now to be recorded. */
  readonly replaces: AbsenceKind | null;
  /** Identifies what is confirmed: another person or time is asked about again. */
  readonly asked: string;
}
