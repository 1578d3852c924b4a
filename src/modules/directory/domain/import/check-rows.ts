import type { WeekdayCode } from '../../../../kernel/day-of-month.ts';
import { addDays, type Day } from '../../../../kernel/month.ts';
import { daysOfWeekly, MOST_WEEKLY_DAYS, weeklySpan } from '../weekly-absence.ts';
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
  weeklyAbsences: [startsBeforeEnd('from', 'to'), isWeekly],
  pairings: [isOfTwo],
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
  for (const keys of TABLES[name].unique) checkUnique(table, keys, name === 'pairings', log);
}

export function placeOf(table: RawTable, row: RawRow, key: string) {
  const place = table.places.get(key);
  return place === undefined
    ? { sheet: table.sheet, row: row.row }
    : cellPlace(table.sheet, row.row, place, row.cells[place.index] ?? null);
}

/** @param isInAnyOrder whether the same values in other columns make a row the same */
function checkUnique(table: RawTable, keys: readonly string[], isInAnyOrder: boolean, log: FaultLog): void {
  const firstRows = new Map<string, number>();
  const [shownKey = ''] = keys;
  for (const row of table.rows) {
    const parts = keys.map((key) => row.values[key]);
    // What is empty beside others makes a row another one; what could not be read has a fault of its own.
    if (typeof parts[0] !== 'string' || !parts.every((part) => typeof part === 'string' || part === null)) continue;
    const named = parts.map((part) => (part === null ? '' : textKey(part)));
    const identity = (isInAnyOrder ? named.sort() : named).join('\n');
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

/** A year at most, with at least one such day. */
function isWeekly(row: RowView): Found | null {
  const [weekday, from, to] = [row.text('weekday'), row.text('from'), row.text('to')];
  if (weekday === null || from === null || to === null || to < from) return null;
  const span = weeklySpan(weekday as WeekdayCode, from as Day, to as Day);
  if (span.endsBefore > addDays(span.startsOn, MOST_WEEKLY_DAYS)) {
    return { key: 'to', code: 'weekly_long', params: { most: MOST_WEEKLY_DAYS } };
  }
  return daysOfWeekly(span).length === 0 ? { key: 'weekday', code: 'weekly_none', params: {} } : null;
}

function isOfTwo(row: RowView): Found | null {
  const [first, second] = [row.text('first'), row.text('second')];
  return first !== null && second !== null && textKey(first) === textKey(second)
    ? { key: 'second', code: 'pairing_one_person', params: {} }
    : null;
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
      // What could not be read has a fault of its own.
      row.number(key) !== null && row.isEmpty(other)
        ? { key, code: 'place_incomplete', params: { other: row.header(other) } }
        : null;
  return [needs(lat, lng), needs(lng, lat)];
}
