import type { Id } from '../../../../kernel/id.ts';
/** A value as PostgreSQL writes it in JSON, so that rows of the database can be compared with those of a file. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Row = Readonly<Record<string, Json>>;

/** The kinds of things counted in an import, in the order of the file's sheets. */
export const IMPORT_KINDS = [
  'committee',
  'fields',
  'branchTypes',
  'organisations',
  'departments',
  'branches',
  'specialists',
  'absences',
  'weeklyAbsences',
  'conflicts',
  'pairings',
  'holidays',
  'visits',
  'findings',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

interface ImportTableFacts {
  readonly kind: ImportKind;
  /** The table's key apart from the committee. */
  readonly key: readonly string[];
  /** The columns by which a row of the file is matched with one in the database. */
  readonly match: readonly string[];
  /** The columns that an import writes apart from the key. */
  readonly columns: readonly string[];
}

/**
 * The tables that an import writes, each after those that it refers to. Key columns are written with a new row and
 * never changed; the same holds for codes, which keep their first spelling.
 */
export const IMPORT_TABLES = {
  committees: { kind: 'committee', key: ['id'], match: ['id'], columns: ['name', 'time_zone', 'labels'] },
  fields: { kind: 'fields', key: ['code'], match: ['code'], columns: ['name', 'position', 'archived_at'] },
  branch_types: { kind: 'branchTypes', key: ['code'], match: ['code'], columns: ['name', 'position', 'archived_at'] },
  organisations: { kind: 'organisations', key: ['id'], match: ['code'], columns: ['code', 'kind'] },
  organisation_versions: {
    kind: 'organisations',
    key: ['organisation_id', 'valid_from'],
    match: ['organisation_id', 'valid_from'],
    columns: ['valid_before', 'name', 'short_name', 'parent_id'],
  },
  departments: {
    kind: 'departments',
    key: ['id'],
    match: ['code'],
    columns: ['code', 'name', 'short_name', 'position', 'archived_at'],
  },
  branches: {
    kind: 'branches',
    key: ['id'],
    match: ['code'],
    columns: [
      'code',
      'name',
      'short_name',
      'organisation_id',
      'type',
      'address',
      'lat',
      'lng',
      'members',
      'official_members',
      'probationary_members',
      'committee_seats',
      'vacant_seats',
      'secretary_name',
      'secretary_email',
      'weak_fields',
      'meeting_day',
      'meeting_weekday',
      'meeting_time',
      'meeting_minutes',
      'rolls_forward',
      'thematic_months',
      'thematic_day',
      'thematic_weekday',
      'archived_at',
    ],
  },
  specialists: {
    kind: 'specialists',
    key: ['id'],
    match: ['code'],
    columns: [
      'code',
      'name',
      'given_name',
      'title',
      'department_id',
      'email',
      'phone',
      'fields',
      'min_visits',
      'max_visits',
      'target_visits',
      'carried_balance',
      'may_lead',
      'own_branch_id',
      'residence_branch_id',
      'lat',
      'lng',
      'archived_at',
    ],
  },
  absences: {
    kind: 'absences',
    key: ['id'],
    match: ['specialist_id', 'starts_on', 'ends_before', 'from_time', 'to_time'],
    columns: ['specialist_id', 'starts_on', 'ends_before', 'from_time', 'to_time', 'kind'],
  },
  weekly_absences: {
    kind: 'weeklyAbsences',
    key: ['id'],
    match: ['specialist_id', 'weekday', 'starts_on', 'ends_before', 'from_time', 'to_time'],
    columns: ['specialist_id', 'weekday', 'starts_on', 'ends_before', 'from_time', 'to_time', 'kind'],
  },
  conflicts_of_interest: {
    kind: 'conflicts',
    key: ['specialist_id', 'branch_id'],
    match: ['specialist_id', 'branch_id'],
    columns: ['reason', 'until'],
  },
  pairings: {
    kind: 'pairings',
    key: ['id'],
    match: ['first_id', 'second_id'],
    columns: ['kind', 'first_id', 'second_id', 'reason', 'until'],
  },
  holidays: { kind: 'holidays', key: ['day'], match: ['day'], columns: ['name', 'kind', 'source'] },
  visits: {
    kind: 'visits',
    key: ['id'],
    match: ['branch_id', 'specialist_id', 'held_on'],
    columns: [
      'branch_id',
      'specialist_id',
      'held_on',
      'month',
      'kind',
      'state',
      'attendance_present',
      'attendance_of',
      'speakers',
      'score',
    ],
  },
  findings: {
    kind: 'findings',
    key: ['id'],
    match: ['visit_id', 'position'],
    columns: ['visit_id', 'position', 'kind', 'field_code', 'text'],
  },
} as const satisfies Record<string, ImportTableFacts>;

export type ImportTable = keyof typeof IMPORT_TABLES;
export const IMPORT_TABLE_NAMES = Object.keys(IMPORT_TABLES) as ImportTable[];

/**
 * The rows of those tables. Of findings only those of earlier visits; of visits the earlier ones first, then the
 * planned ones.
 */
export type DirectoryRows = Readonly<Record<ImportTable, readonly Row[]>>;

export function tableFacts(table: ImportTable): ImportTableFacts {
  return IMPORT_TABLES[table];
}

/** A text, number or null as a text; null becomes the empty text. */
export function textOf(row: Row, column: string): string {
  const value = row[column] ?? '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The id of a row. Rows are untyped, so the caller names the kind of the id. */
export function idOf<Kind extends string>(row: Row): Id<Kind> {
  return textOf(row, 'id') as Id<Kind>;
}
