import type { TableName } from '../import/column.ts';
import type { ImportTable } from './import-tables.ts';

/** The source of a column of the database: the sheet, and the keys of the sheet's columns. */
export interface ColumnKeys {
  readonly sheet: TableName;
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * The sheet columns that fill each column of the database, so that changes can be shown under the names that people
 * know.
 */
export const COLUMN_KEYS: Readonly<Partial<Record<ImportTable, ColumnKeys>>> = {
  fields: { sheet: 'fields', columns: { code: 'code', name: 'name' } },
  branch_types: { sheet: 'branchTypes', columns: { code: 'code', name: 'name' } },
  organisations: { sheet: 'organisations', columns: { code: 'code', kind: 'kind' } },
  organisation_versions: {
    sheet: 'organisations',
    columns: {
      valid_from: 'validFrom',
      valid_before: 'validTo',
      name: 'name',
      short_name: 'shortName',
      parent_id: 'parent',
    },
  },
  departments: { sheet: 'departments', columns: { code: 'code', name: 'name', short_name: 'shortName' } },
  branches: {
    sheet: 'branches',
    columns: {
      code: 'code',
      name: 'name',
      short_name: 'shortLabel',
      organisation_id: 'organisation',
      type: 'type',
      address: 'address',
      lat: 'lat',
      lng: 'lng',
      members: 'members',
      official_members: 'official',
      probationary_members: 'probationary',
      committee_seats: 'seats',
      vacant_seats: 'vacantSeats',
      secretary_name: 'secretaryName',
      secretary_email: 'secretaryMail',
      weak_fields: 'weakFields',
      meeting_day: 'meetingDay',
      meeting_weekday: 'meetingDay',
      meeting_time: 'meetingTime',
      meeting_minutes: 'durationMinutes',
      rolls_forward: 'rollWeekend',
      thematic_months: 'thematicMonths',
      thematic_day: 'thematicDay',
      thematic_weekday: 'thematicDay',
    },
  },
  specialists: {
    sheet: 'specialists',
    columns: {
      code: 'code',
      name: 'name',
      title: 'title',
      department_id: 'department',
      email: 'mail',
      phone: 'phone',
      fields: 'fields',
      min_visits: 'minVisits',
      max_visits: 'maxVisits',
      target_visits: 'targetVisits',
      carried_balance: 'carriedBalance',
      may_lead: 'mayLead',
      own_branch_id: 'ownBranch',
      residence_branch_id: 'residenceBranch',
      lat: 'lat',
      lng: 'lng',
    },
  },
  absences: {
    sheet: 'absences',
    columns: { starts_on: 'from', ends_before: 'to', kind: 'kind', from_time: 'fromTime', to_time: 'toTime' },
  },
  weekly_absences: {
    sheet: 'weeklyAbsences',
    columns: {
      weekday: 'weekday',
      starts_on: 'from',
      ends_before: 'to',
      kind: 'kind',
      from_time: 'fromTime',
      to_time: 'toTime',
    },
  },
  conflicts_of_interest: { sheet: 'conflicts', columns: { reason: 'reason', until: 'until' } },
  pairings: { sheet: 'pairings', columns: { kind: 'kind', reason: 'reason', until: 'until' } },
  holidays: { sheet: 'holidays', columns: { day: 'day', name: 'name', kind: 'kind' } },
  visits: {
    sheet: 'visits',
    columns: {
      held_on: 'day',
      kind: 'kind',
      attendance_present: 'present',
      attendance_of: 'expected',
      speakers: 'speakers',
      score: 'score',
    },
  },
  findings: { sheet: 'findings', columns: { kind: 'kind', field_code: 'field', text: 'text' } },
};

/** Columns of the database that a file does not set, because its sheet lacks the column that fills them. */
export function silentColumns(
  table: ImportTable,
  silent: Readonly<Partial<Record<TableName, readonly string[]>>>,
): readonly string[] {
  const facts = COLUMN_KEYS[table];
  const missing = facts === undefined ? [] : (silent[facts.sheet] ?? []);
  return missing.length === 0
    ? []
    : Object.entries(facts?.columns ?? {}).flatMap(([column, key]) => (missing.includes(key) ? [column] : []));
}
