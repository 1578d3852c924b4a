import { TABLES } from './format.ts';
import type { TableName } from './column.ts';
import type { ImportFaultCode, ImportFaultParams } from './fault.ts';
import { cellPlace, type FaultLog } from './fault-log.ts';
import { textKey } from './fold.ts';
import type { RawRow, RawTable } from './read-table.ts';

type Found = {
  [C in ImportFaultCode]: { readonly key: string; readonly code: C; readonly params: ImportFaultParams[C] };
}[ImportFaultCode];
/** A rule within one row; it ignores cells that could not be read. */
type RowRule = (row: RowView) => Found | null;

interface RowView {
  number(key: string): number | null;
  text(key: string): string | null;
  header(key: string): string;
  /** Not for what could not be read, which has a fault of its own. */
  isEmpty(key: string): boolean;
}

const RULES: Readonly<Partial<Record<TableName, readonly RowRule[]>>> = {
  organisations: [startsBeforeEnd('validFrom', 'validTo')],
  branches: [addsUp('members', ['official', 'probationary']), atMost('vacantSeats', 'seats'), ...isPlace('lat', 'lng')],
  specialists: [
    atMost('minVisits', 'maxVisits'),
    atMost('targetVisits', 'maxVisits'),
    atLeast('targetVisits', 'minVisits'),
    ...isPlace('lat', 'lng'),
    isReachable,
  ],
  absences: [startsBeforeEnd('from', 'to')],
  visits: [atMost('present', 'expected'), atMost('speakers', 'present')],
};

/** Checks which values must agree within a row, and which no two rows may share. */
export function checkRows(name: TableName, table: RawTable, log: FaultLog): void {
  for (const row of table.rows) {
    for (const rule of RULES[name] ?? []) {
      const found = rule(viewOf(name, table, row));
      if (found === null) continue;
      const place = placeOf(table, row, found.key);
      log.add(place, found.code, found.params);
    }
  }
  for (const keys of TABLES[name].unique) checkUnique(table, keys, log);
}

export function placeOf(table: RawTable, row: RawRow, key: string) {
  const place = table.places.get(key);
  return place === undefined
    ? { sheet: table.sheet, row: row.row }
    : cellPlace(table.sheet, row.row, place, row.cells[place.index] ?? null);
}

function checkUnique(table: RawTable, keys: readonly string[], log: FaultLog): void {
  const firstRows = new Map<string, number>();
  const [shownKey = ''] = keys;
  for (const row of table.rows) {
    const parts = keys.map((key) => row.values[key]);
    // What is empty beside others makes a row another one; what could not be read has a fault of its own.
    if (typeof parts[0] !== 'string' || !parts.every((part) => typeof part === 'string' || part === null)) continue;
    const identity = parts.map((part) => (part === null ? '' : textKey(part))).join('\n');
    const first = firstRows.get(identity);
    if (first === undefined) firstRows.set(identity, row.row);
    else log.add(placeOf(table, row, shownKey), 'duplicate', { otherRow: first });
  }
}

function viewOf(name: TableName, table: RawTable, row: RawRow): RowView {
  return {
    number: (key) => (typeof row.values[key] === 'number' ? row.values[key] : null),
    text: (key) => (typeof row.values[key] === 'string' ? row.values[key] : null),
    isEmpty: (key) => row.values[key] === null,
    header: (key) =>
      table.places.get(key)?.header ??
      (TABLES[name].columns as Record<string, { header: { vi: string } }>)[key]?.header.vi ??
      key,
  };
}

/** Somebody without a mail address has a telephone number, so that a message reaches them. */
function isReachable(row: RowView): Found | null {
  return row.isEmpty('mail') && row.isEmpty('phone') ? { key: 'mail', code: 'mail_missing', params: {} } : null;
}

function startsBeforeEnd(from: string, to: string): RowRule {
  return (row) => {
    const [start, end] = [row.text(from), row.text(to)];
    return start !== null && end !== null && end < start
      ? { key: to, code: 'ends_before_start', params: { start } }
      : null;
  };
}

function addsUp(total: string, parts: readonly string[]): RowRule {
  return (row) => {
    const numbers = parts.map((key) => row.number(key));
    const sum = numbers.reduce<number>((so, part) => so + (part ?? 0), 0);
    const expected = row.number(total);
    if (expected === null || numbers.includes(null) || sum === expected) return null;
    return { key: total, code: 'sum_differs', params: { parts: parts.map((key) => row.header(key)), sum } };
  };
}

function atMost(key: string, limit: string): RowRule {
  return (row) => {
    const [value, most] = [row.number(key), row.number(limit)];
    if (value === null || most === null || value <= most) return null;
    return { key, code: 'more_than', params: { other: row.header(limit), most } };
  };
}

function atLeast(key: string, limit: string): RowRule {
  return (row) => {
    const [value, least] = [row.number(key), row.number(limit)];
    if (value === null || least === null || value >= least) return null;
    return { key, code: 'less_than', params: { other: row.header(limit), least } };
  };
}

function isPlace(lat: string, lng: string): RowRule[] {
  const needs =
    (key: string, other: string): RowRule =>
    (row) =>
      row.number(key) !== null && row.number(other) === null
        ? { key, code: 'place_incomplete', params: { other: row.header(other) } }
        : null;
  return [needs(lat, lng), needs(lng, lat)];
}
