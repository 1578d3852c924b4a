import type { Hours } from '../../../kernel/hours.ts';
import type { SpecialistId } from '../../../kernel/id.ts';
import { addDays, type Day } from '../../../kernel/month.ts';
import { daysOfWeekly } from './weekly-absence.ts';
import type { Comparison } from './changes/compare-rows.ts';
import { type Row, textOf } from './changes/import-tables.ts';
import { COMMITTEE_SHEET, TABLES } from './import/format.ts';
import { type ImportQuestion, questionAbout } from './import/question.ts';

/** A published visit ahead that conflicts with something new. */
export interface Duty {
  /** What it conflicts with. */
  readonly by: 'absence' | 'weekly' | 'holiday';
  readonly day: string;
  readonly name: string;
  readonly branch: string;
}

/** What an import adds that may conflict with published visits. */
export interface NewDays {
  readonly absences: readonly NewAbsence[];
  readonly holidays: readonly string[];
}

interface NewAbsence {
  /** Whether it comes back every week; then each of its days is one. */
  readonly by: 'absence' | 'weekly';
  readonly specialistId: SpecialistId;
  readonly from: string;
  readonly before: string;
  /** Between these hours of each day; null: all day. */
  readonly hours: Hours | null;
}

const NAMED = 10;

export function newDaysIn({ changes }: Pick<Comparison, 'changes'>): NewDays {
  const added = (table: string) =>
    changes.flatMap((change) =>
      change.table === table && change.before === null && change.after ? [change.after] : [],
    );
  return {
    absences: [
      ...added('absences').map((row) => ({
        ...whoAndWhen(row, 'absence'),
        from: textOf(row, 'starts_on'),
        before: textOf(row, 'ends_before'),
      })),
      ...added('weekly_absences').flatMap((row) =>
        daysOfWeekly({
          weekday: Number(row['weekday']),
          startsOn: textOf(row, 'starts_on') as Day,
          endsBefore: textOf(row, 'ends_before') as Day,
        }).map((from) => ({ ...whoAndWhen(row, 'weekly'), from, before: addDays(from, 1) })),
      ),
    ],
    holidays: added('holidays')
      .filter((row) => row['kind'] !== 'worked')
      .map((row) => textOf(row, 'day')),
  };
}

function whoAndWhen(row: Row, by: NewAbsence['by']): Pick<NewAbsence, 'by' | 'specialistId' | 'hours'> {
  return { by, specialistId: textOf(row, 'specialist_id') as SpecialistId, hours: hoursOf(row) };
}

function hoursOf(row: Row): Hours | null {
  const [from, to] = [textOf(row, 'from_time').slice(0, 5), textOf(row, 'to_time').slice(0, 5)];
  return from === '' ? null : { from, to };
}

/** The time zone before and after, where an import changes it. */
export function newZoneIn({
  changes,
}: Pick<Comparison, 'changes'>): { readonly from: string; readonly to: string } | null {
  const change = changes.find(({ table }) => table === 'committees');
  const [from, to] = [textOf(change?.before ?? {}, 'time_zone'), textOf(change?.after ?? {}, 'time_zone')];
  return change === undefined || from === to || from === '' ? null : { from, to };
}

/**
 * Published visits are not moved by an import: conflicts with them are shown as questions before the import is carried
 * out.
 */
export function askAboutDuties(comparison: Comparison, duties: readonly Duty[], published: number): ImportQuestion[] {
  const zone = newZoneIn(comparison);
  const of = (by: Duty['by']) => duties.filter((duty) => duty.by === by);
  const about = (by: Duty['by'], sheet: string, code: 'absence_over_duties' | 'holiday_over_duties') => {
    const found = of(by);
    const examples = found.slice(0, NAMED).map(({ day, name, branch }) => ({ day, name, branch }));
    return found.length === 0 ? [] : [questionAbout({ sheet }, code, { examples, total: found.length })];
  };
  return [
    ...about('absence', TABLES.absences.name.vi, 'absence_over_duties'),
    ...about('weekly', TABLES.weeklyAbsences.name.vi, 'absence_over_duties'),
    ...about('holiday', TABLES.holidays.name.vi, 'holiday_over_duties'),
    ...(zone !== null && published > 0
      ? [questionAbout({ sheet: COMMITTEE_SHEET.name.vi }, 'zone_over_duties', { ...zone, total: published })]
      : []),
  ];
}
