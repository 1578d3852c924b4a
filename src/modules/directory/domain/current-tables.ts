import type { Locale } from '../../../kernel/actor.ts';
import { WEEKDAY_CODES } from '../../../kernel/day-of-month.ts';
import { formatExactly } from '../../../kernel/format.ts';
import { partOf } from '../../../kernel/hours.ts';
import { addDays, type Day } from '../../../kernel/month.ts';
import type { CellValue } from '../../../kernel/workbook.ts';
import { isActive } from './changes/compare-rows.ts';
import { type DirectoryRows, type Row, textOf } from './changes/import-tables.ts';
import { ALWAYS } from './changes/wanted-rows.ts';
import type { TableName } from './import/column.ts';
import { YES_NO } from './import/common-columns.ts';
import type { TABLES } from './import/format.ts';
import { NTH_WEEKDAYS } from './import/nth-weekdays.ts';
import type { Choices } from './import/text-readers.ts';
import {
  ABSENCE_KINDS,
  ABSENCE_PARTS,
  CONFLICT_REASONS,
  FINDING_KINDS,
  HOLIDAY_KINDS,
  MEETING_KINDS,
  ORGANISATION_KINDS,
  PAIRING_CHOICES,
  WEEKDAYS,
} from './import/vocabulary.ts';

const LANGUAGE = { vi: 0, en: 1 } as const;

/** Every column of every sheet: a column left out here would be emptied when the exported file is imported. */
export type CurrentTables = { [N in TableName]: Record<keyof (typeof TABLES)[N]['columns'], CellValue>[] };

/** The rows of the directory as an import file writes them. @param isShown which rows of the registers; those in use */
export function currentTables(
  rows: DirectoryRows,
  locale: Locale,
  isShown: (row: Row) => boolean = isActive,
): CurrentTables {
  return new TableWriter(rows, locale, isShown).tables();
}

class TableWriter {
  private readonly codes: ReadonlyMap<string, string>;

  constructor(
    private readonly rows: DirectoryRows,
    private readonly locale: Locale,
    private readonly isShown: (row: Row) => boolean,
  ) {
    const registers = [rows.organisations, rows.departments, rows.branches, rows.specialists].flat();
    this.codes = new Map(registers.map((row) => [textOf(row, 'id'), textOf(row, 'code')]));
  }

  tables(): CurrentTables {
    const { rows, isShown } = this;
    const named = (list: readonly Row[]) =>
      sorted(list.filter(isShown), ['position', 'code']).map((row) => ({
        code: cell(row, 'code'),
        name: cell(row, 'name'),
      }));
    return {
      fields: named(rows.fields),
      branchTypes: named(rows.branch_types),
      organisations: this.organisations(),
      departments: sorted(rows.departments.filter(isShown), ['position', 'code']).map((row) => ({
        code: cell(row, 'code'),
        name: cell(row, 'name'),
        shortName: cell(row, 'short_name'),
      })),
      branches: sorted(rows.branches.filter(isShown), ['code']).map((row) => this.branch(row)),
      specialists: sorted(rows.specialists.filter(isShown), ['code']).map((row) => this.specialist(row)),
      absences: sorted(rows.absences, ['starts_on', 'id']).map((row) => ({
        specialist: this.code(row, 'specialist_id'),
        from: dayCell(row['starts_on']),
        to: lastDay(row['ends_before']),
        kind: this.word(ABSENCE_KINDS, row['kind']),
        ...this.hours(row),
      })),
      weeklyAbsences: sorted(rows.weekly_absences, ['starts_on', 'id']).map((row) => ({
        specialist: this.code(row, 'specialist_id'),
        weekday: this.word(WEEKDAYS, WEEKDAY_CODES[Number(row['weekday']) - 1]),
        from: dayCell(row['starts_on']),
        to: lastDay(row['ends_before']),
        kind: this.word(ABSENCE_KINDS, row['kind']),
        ...this.hours(row),
      })),
      pairings: rows.pairings
        .map((row) => ({
          first: this.code(row, 'first_id'),
          second: this.code(row, 'second_id'),
          kind: this.word(PAIRING_CHOICES, row['kind']),
          reason: cell(row, 'reason'),
          until: monthCell(row['until']),
        }))
        .sort((a, b) => `${a.first} ${a.second}`.localeCompare(`${b.first} ${b.second}`, 'en')),
      conflicts: rows.conflicts_of_interest.map((row) => ({
        specialist: this.code(row, 'specialist_id'),
        branch: this.code(row, 'branch_id'),
        reason: this.word(CONFLICT_REASONS, row['reason']),
        until: dayCell(row['until']),
      })),
      holidays: sorted(
        rows.holidays.filter((row) => row['source'] !== 'law'),
        ['day'],
      ).map((row) => ({
        day: dayCell(row['day']),
        name: cell(row, 'name'),
        kind: this.word(HOLIDAY_KINDS, row['kind']),
      })),
      ...this.history(),
    };
  }

  private organisations(): CurrentTables['organisations'] {
    const registered = new Map(this.rows.organisations.map((row) => [row['id'], row]));
    return sorted(this.rows.organisation_versions, ['valid_from', 'organisation_id']).flatMap(
      (version): CurrentTables['organisations'] => {
        const organisation = registered.get(version['organisation_id'] ?? null);
        if (organisation === undefined) return [];
        return [
          {
            code: cell(organisation, 'code'),
            name: cell(version, 'name'),
            shortName: cell(version, 'short_name'),
            kind: this.word(ORGANISATION_KINDS, organisation['kind']),
            parent: this.code(version, 'parent_id'),
            validFrom: version['valid_from'] === ALWAYS ? null : dayCell(version['valid_from']),
            validTo: lastDay(version['valid_before']),
          },
        ];
      },
    );
  }

  private branch(row: Row): CurrentTables['branches'][number] {
    return {
      code: cell(row, 'code'),
      name: cell(row, 'name'),
      shortLabel: cell(row, 'short_name'),
      organisation: this.code(row, 'organisation_id'),
      type: cell(row, 'type'),
      address: cell(row, 'address'),
      lat: cell(row, 'lat'),
      lng: cell(row, 'lng'),
      members: cell(row, 'members'),
      official: cell(row, 'official_members'),
      probationary: cell(row, 'probationary_members'),
      seats: cell(row, 'committee_seats'),
      vacantSeats: cell(row, 'vacant_seats'),
      secretaryName: cell(row, 'secretary_name'),
      secretaryMail: cell(row, 'secretary_email'),
      weakFields: weights(row['weak_fields']),
      meetingDay: cell(row, 'meeting_day') ?? this.word(NTH_WEEKDAYS, row['meeting_weekday']),
      meetingTime: timeCell(row['meeting_time']),
      durationMinutes: cell(row, 'meeting_minutes'),
      rollWeekend: this.yesOrNo(row['rolls_forward']),
      thematicMonths: Array.isArray(row['thematic_months']) ? row['thematic_months'].join('; ') : null,
      thematicDay: cell(row, 'thematic_day') ?? this.word(NTH_WEEKDAYS, row['thematic_weekday']),
    };
  }

  private specialist(row: Row): CurrentTables['specialists'][number] {
    return {
      code: cell(row, 'code'),
      name: cell(row, 'name'),
      title: cell(row, 'title'),
      department: this.code(row, 'department_id'),
      mail: cell(row, 'email'),
      fields: weights(row['fields']),
      minVisits: cell(row, 'min_visits'),
      maxVisits: cell(row, 'max_visits'),
      targetVisits: cell(row, 'target_visits'),
      mayLead: this.yesOrNo(row['may_lead']),
      ownBranch: this.code(row, 'own_branch_id'),
      residenceBranch: this.code(row, 'residence_branch_id'),
      lat: cell(row, 'lat'),
      lng: cell(row, 'lng'),
      carriedBalance: cell(row, 'carried_balance'),
      phone: cell(row, 'phone'),
    };
  }

  /** Visits that an import brought, under codes that are valid in this file only, with their findings. */
  private history(): Pick<CurrentTables, 'visits' | 'findings'> {
    const imported = this.rows.visits.filter((row) => (row['meeting_id'] ?? null) === null);
    const visits = sorted(imported, ['held_on', 'id']);
    const codes = new Map(visits.map((row, index) => [row['id'], `L${String(index + 1).padStart(5, '0')}`]));
    return {
      visits: visits.map((row) => ({
        code: codes.get(row['id'] ?? null) ?? null,
        branch: this.code(row, 'branch_id'),
        specialist: this.code(row, 'specialist_id'),
        day: dayCell(row['held_on']),
        kind: this.word(MEETING_KINDS, row['kind']),
        present: cell(row, 'attendance_present'),
        expected: cell(row, 'attendance_of'),
        speakers: cell(row, 'speakers'),
        score: typeof row['score'] === 'number' ? row['score'] / 100 : null,
      })),
      findings: sorted(this.rows.findings, ['position'])
        .map((row) => ({ row, visit: codes.get(row['visit_id'] ?? null) ?? null }))
        .filter(({ visit }) => visit !== null)
        .map(({ row, visit }) => ({
          visit,
          kind: this.word(FINDING_KINDS, row['kind']),
          field: cell(row, 'field_code'),
          text: cell(row, 'text'),
        })),
    };
  }

  private code(row: Row, column: string): string | null {
    return this.codes.get(textOf(row, column)) ?? null;
  }

  /** A whole part of the day by its name, other hours by their times. */
  private hours(row: Row): { part: CellValue; fromTime: CellValue; toTime: CellValue } {
    const [from, to] = [textOf(row, 'from_time').slice(0, 5), textOf(row, 'to_time').slice(0, 5)];
    if (from === '') return { part: null, fromTime: null, toTime: null };
    const part = partOf({ from, to });
    if (part !== null) return { part: this.word(ABSENCE_PARTS, part), fromTime: null, toTime: null };
    // No time of day of a spreadsheet is 24:00.
    const end: CellValue = to === '24:00' ? to : { day: null, time: to };
    return { part: null, fromTime: { day: null, time: from }, toTime: end };
  }

  private word(choices: Choices<string>, value: Row[string] | undefined): string | null {
    return typeof value === 'string' ? (choices[value]?.[LANGUAGE[this.locale]] ?? value) : null;
  }

  private yesOrNo(value: Row[string] | undefined): string {
    const [yes = '', no = ''] = YES_NO[this.locale];
    return value === true ? yes : no;
  }
}

function cell(row: Row, column: string): CellValue {
  const value = row[column] ?? null;
  return value === '' || typeof value === 'object' ? null : value;
}

function dayCell(value: Row[string] | undefined): CellValue {
  return typeof value === 'string' ? { day: value, time: null } : null;
}

function monthCell(value: Row[string] | undefined): CellValue {
  return typeof value === 'string' ? `${value.slice(5, 7)}/${value.slice(0, 4)}` : null;
}

/** The last day of a period that is stored as its first day after. */
function lastDay(value: Row[string] | undefined): CellValue {
  return typeof value === 'string' ? dayCell(addDays(value as Day, -1)) : null;
}

function timeCell(value: Row[string] | undefined): CellValue {
  return typeof value === 'string' ? { day: null, time: value.slice(0, 5) } : null;
}

function weights(value: Row[string] | undefined): string | null {
  const entries = Object.entries((value ?? {}) as Readonly<Record<string, number>>);
  const text = entries.map(([code, weight]) => (weight === 1 ? code : `${code}:${formatExactly('vi', weight)}`));
  return text.length === 0 ? null : text.join('; ');
}

function sorted(rows: readonly Row[], columns: readonly string[]): Row[] {
  const compare = (a: Row, b: Row, column: string) => {
    const [one, other] = [a[column], b[column]];
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    const [left, right] = [textOf(a, column), textOf(b, column)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  return [...rows].sort((a, b) => columns.reduce((order, column) => order || compare(a, b, column), 0));
}
