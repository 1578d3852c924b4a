import type { Id } from '../../../../kernel/id.ts';
/** A value as PostgreSQL writes it into JSON, so that rows of the database and of a file can be compared. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Row = Readonly<Record<string, Json>>;

/** What a reader counts in an import, in the order of the file's sheets. */
export const IMPORT_KINDS = [
  'committee',
  'fields',
  'branchTypes',
  'organisations',
  'departments',
  'branches',
  'specialists',
  'absences',
  'conflicts',
  'holidays',
  'visits',
  'findings',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

interface ImportTableFacts {
  readonly kind: ImportKind;
  /** The table's key besides the committee. */
  readonly key: readonly string[];
  /** By which a row of the file is recognised in the database. */
  readonly match: readonly string[];
  /** What an import writes besides the key. */
  readonly columns: readonly string[];
}

/**
 * The tables that an import writes, each after those that it refers to. The key's columns are written with a new row
 * and never changed; so is a code, which the database keeps as it was first spelled.
 */
export const IMPORT_TABLES = {
  committees: { kind: 'committee', key: ['id'], match: ['id'], columns: ['name', 'time_zone', 'labels'] },
  fields: { kind: 'fields', key: ['code'], match: ['code'], columns: ['name', 'position'] },
  branch_types: { kind: 'branchTypes', key: ['code'], match: ['code'], columns: ['name', 'position'] },
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
      'meeting_time',
      'meeting_minutes',
      'rolls_forward',
      'thematic_months',
      'thematic_day',
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
    match: ['specialist_id', 'starts_on', 'ends_before'],
    columns: ['specialist_id', 'starts_on', 'ends_before', 'kind'],
  },
  conflicts_of_interest: {
    kind: 'conflicts',
    key: ['specialist_id', 'branch_id'],
    match: ['specialist_id', 'branch_id'],
    columns: ['reason'],
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

/** What is in those tables; of findings, those of earlier visits, and of visits, the planned ones after the earlier. */
export type DirectoryRows = Readonly<Record<ImportTable, readonly Row[]>>;

export function tableFacts(table: ImportTable): ImportTableFacts {
  return IMPORT_TABLES[table];
}

/** A value that is a text, a number or nothing, as a text; the empty one for nothing. */
export function textOf(row: Row, column: string): string {
  const value = row[column] ?? '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The id of a row; rows hold values of any kind, so that whoever reads them says whose id it is. */
export function idOf<Kind extends string>(row: Row): Id<Kind> {
  return textOf(row, 'id') as Id<Kind>;
}
