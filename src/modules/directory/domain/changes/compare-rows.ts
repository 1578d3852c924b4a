import { canonicalJson, contentHash } from '../../../../kernel/canonical-json.ts';
import { textKey } from '../import/fold.ts';
import {
  IMPORT_KINDS,
  IMPORT_TABLE_NAMES,
  type DirectoryRows,
  type ImportKind,
  type ImportTable,
  type Row,
  tableFacts,
  textOf,
} from './import-tables.ts';
import type { TableName } from '../import/column.ts';
import { silentColumns } from './column-keys.ts';
import type { ImportScope } from './import-scope.ts';
import type { WantedRow } from './wanted-rows.ts';

/** One row that an import adds (no `before`), changes or removes (no `after`). */
export interface RowChange {
  readonly table: ImportTable;
  /** The text by which a reader recognises it. */
  readonly subject: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

export type Outcome = 'added' | 'changed' | 'unchanged' | 'removed';
export type Counts = Readonly<Record<Outcome, number>>;

export interface Comparison {
  /** In an order in which they can be carried out: table by table, removals first, additions last. */
  readonly changes: readonly RowChange[];
  readonly counts: Readonly<Record<ImportKind, Counts>>;
  /** By the id of a row, the code that readers know it by. */
  readonly codes: ReadonlyMap<string, string>;
  /** Hash of the changes, whatever ids new rows get. */
  readonly hash: string;
}

export interface ComparisonWish {
  /** With `additions` nothing is removed: what the file does not contain stays as it is. */
  readonly scope?: ImportScope;
  /** Columns that are missing from a sheet, by their keys. */
  readonly silent?: Readonly<Partial<Record<TableName, readonly string[]>>>;
  /** Rows of the database to be removed all the same: archived where possible, else deleted. */
  readonly going?: readonly { readonly table: ImportTable; readonly row: Row }[];
}

/**
 * The changes that bring the database to the state of the file. Departments, branches and specialists that the file no
 * longer contains are archived; conflicts of interest are deleted if the file has any, but those that people told
 * themselves stay, which a file made earlier cannot know; findings are deleted if the file has others of the same visit.
 * Dated rows stay, and so do the lists that earlier findings refer to.
 */
export function compareRows(
  wanted: readonly WantedRow[],
  current: DirectoryRows,
  archivedAt: Date,
  { scope = 'whole', silent = {}, going = [] }: ComparisonWish = {},
): Comparison {
  const outcomes = new Outcomes();
  const subjects = subjectsOf(current);
  const rows = scope === 'whole' ? wanted : placedAfter(wanted, current);
  const changes = IMPORT_TABLE_NAMES.flatMap((table) => {
    // Even a file that only adds replaces all names of an organisation that it contains, because they follow each other
    // in time.
    const goes = scope === 'whole' || table === 'organisation_versions';
    const named = going.flatMap((each) => (each.table === table ? [each.row] : []));
    const gone = [...named, ...(goes ? goneFrom(table, wanted, current) : [])].map((before): RowChange => ({
      table,
      subject: subjects(table, before),
      before,
      after: 'archived_at' in before ? { ...before, archived_at: archivedAt.toISOString() } : null,
    }));
    return [...gone, ...writtenTo(table, rows, current, silentColumns(table, silent), outcomes)];
  });
  for (const change of changes) outcomes.note(change);
  return {
    changes: changes.sort(byOrder),
    counts: outcomes.counts(),
    codes: codesOf(wanted, current),
    hash: hashOf(changes),
  };
}

function writtenTo(
  table: ImportTable,
  wanted: readonly WantedRow[],
  current: DirectoryRows,
  silent: readonly string[],
  outcomes: Outcomes,
): RowChange[] {
  const known = new Map(current[table].map((row) => [matchKey(table, row), row]));
  const changes: RowChange[] = [];
  for (const { subject, row } of wanted.filter((each) => each.table === table)) {
    const before = known.get(matchKey(table, row)) ?? null;
    const kept = before === null ? {} : Object.fromEntries(silent.map((column) => [column, before[column] ?? null]));
    const after = before && { ...before, ...row, ...kept, ...('code' in before && { code: before['code'] }) };
    if (before && canonicalJson(after) === canonicalJson(before)) outcomes.keep(table, subject);
    else changes.push({ table, subject, before, after: after ?? row });
  }
  return changes;
}

/** Rows added to a list go to its end; changed ones keep their place. */
function placedAfter(wanted: readonly WantedRow[], current: DirectoryRows): WantedRow[] {
  const places = new Map<ImportTable, ReadonlyMap<string, Row[string] | undefined>>();
  const placesIn = (table: ImportTable) => {
    const known = places.get(table) ?? new Map(current[table].map((row) => [matchKey(table, row), row['position']]));
    places.set(table, known);
    return known;
  };
  return wanted.map((each) => {
    const { table, row } = each;
    const { position } = row;
    if (typeof position !== 'number' || table === 'findings') return each;
    const before = placesIn(table).get(matchKey(table, row));
    return { ...each, row: { ...row, position: before ?? current[table].length + position } };
  });
}

/** Rows of the database that the file covers and no longer contains. */
function goneFrom(table: ImportTable, wanted: readonly WantedRow[], current: DirectoryRows): Row[] {
  const own = wanted.filter((row) => row.table === table);
  const there = new Set(own.map(({ row }) => matchKey(table, row)));
  const gone = current[table].filter((row) => !there.has(matchKey(table, row)));
  const ofWanted = (parent: ImportTable, column: string) => {
    const ids = new Set(wanted.filter((row) => row.table === parent).map(({ row }) => row['id']));
    return gone.filter((row) => ids.has(row[column]));
  };
  switch (table) {
    case 'departments':
    case 'branches':
    case 'specialists':
      return gone.filter((row) => row['archived_at'] === null);
    case 'organisation_versions':
      return ofWanted('organisations', 'organisation_id');
    case 'conflicts_of_interest':
      return own.length === 0 ? [] : gone.filter((row) => (row['told_by'] ?? null) === null);
    case 'holidays':
      return gone.filter((row) => row['source'] === 'import' && yearsOf(own).has(yearOf(row)));
    case 'findings':
      return own.length === 0 ? [] : ofWanted('visits', 'visit_id');
    case 'committees':
    case 'fields':
    case 'branch_types':
    case 'organisations':
    case 'absences':
    case 'weekly_absences':
    case 'pairings':
    case 'visits':
      return [];
  }
}

/** An announcement covers a whole year: the days of a file replace the imported days of those years. */
function yearsOf(wanted: readonly WantedRow[]): Set<string> {
  return new Set(wanted.map(({ row }) => yearOf(row)));
}

function yearOf(row: Row): string {
  return textOf(row, 'day').slice(0, 4);
}

function matchKey(table: ImportTable, row: Row): string {
  return tableFacts(table)
    .match.map((column) => (column === 'code' ? textKey(textOf(row, column)) : textOf(row, column)))
    .join('\n');
}

/** Names rows of the database as `WantedRow.subject` names those of the file. */
function subjectsOf(current: DirectoryRows): (table: ImportTable, row: Row) => string {
  const codes = new Map(
    [...current.organisations, ...current.branches, ...current.specialists].map((row) => [
      row['id'],
      textOf(row, 'code'),
    ]),
  );
  return (table, row) => {
    if (table === 'organisation_versions') return codes.get(row['organisation_id']) ?? '';
    if (table === 'conflicts_of_interest') {
      return `${codes.get(row['specialist_id']) ?? ''} ${codes.get(row['branch_id']) ?? ''}`;
    }
    return textOf(row, 'code' in row ? 'code' : 'id');
  };
}

function codesOf(wanted: readonly WantedRow[], current: DirectoryRows): Map<string, string> {
  const registers = [current.organisations, current.departments, current.branches, current.specialists];
  const rows = [...wanted.map(({ row }) => row), ...registers.flat()];
  return new Map(rows.flatMap((row) => ('code' in row ? [[textOf(row, 'id'), textOf(row, 'code')] as const] : [])));
}

class Outcomes {
  private readonly bySubject = new Map<ImportKind, Map<string, Outcome>>(IMPORT_KINDS.map((kind) => [kind, new Map()]));

  keep(table: ImportTable, subject: string): void {
    this.of(table).set(subject, this.of(table).get(subject) ?? 'unchanged');
  }

  note({ table, subject, before, after }: RowChange): void {
    const outcomes = this.of(table);
    // An organisation is its row and its names: a change of either counts as a change of the organisation.
    if (table === 'organisation_versions') {
      if (outcomes.get(subject) !== 'added') outcomes.set(subject, 'changed');
      return;
    }
    const isArchived = before !== null && after !== null && isActive(before) && !isActive(after);
    outcomes.set(subject, before === null ? 'added' : after === null || isArchived ? 'removed' : 'changed');
  }

  counts(): Record<ImportKind, Counts> {
    const count = (outcomes: Map<string, Outcome>, outcome: Outcome) =>
      [...outcomes.values()].filter((each) => each === outcome).length;
    const entries = Array.from(this.bySubject, ([kind, outcomes]) => [
      kind,
      {
        added: count(outcomes, 'added'),
        changed: count(outcomes, 'changed'),
        unchanged: count(outcomes, 'unchanged'),
        removed: count(outcomes, 'removed'),
      },
    ]);
    return Object.fromEntries(entries) as Record<ImportKind, Counts>;
  }

  private of(table: ImportTable): Map<string, Outcome> {
    return this.bySubject.get(tableFacts(table).kind) ?? new Map<string, Outcome>();
  }
}

/** Whether a row of a register is in use; rows of other tables always are. */
export function isActive(row: Row): boolean {
  return (row['archived_at'] ?? null) === null;
}

function byOrder(a: RowChange, b: RowChange): number {
  return IMPORT_TABLE_NAMES.indexOf(a.table) - IMPORT_TABLE_NAMES.indexOf(b.table) || stageOf(a) - stageOf(b);
}

/**
 * Removals first, which free unique values for other rows, then changes, then additions.
 */
function stageOf({ before, after }: RowChange): number {
  if (after === null) return 0;
  return before === null ? 2 : 1;
}

function hashOf(changes: readonly RowChange[]): string {
  return contentHash(
    changes.map(({ table, subject, before, after }) => {
      const columns =
        before === null || after === null ? [] : Object.keys(after).filter((key) => differs(before, after, key));
      return [table, subject, before === null, after === null, columns.sort()];
    }),
  );
}

function differs(before: Row, after: Row, key: string): boolean {
  return canonicalJson(before[key]) !== canonicalJson(after[key]);
}
