import type { CellValue, Sheet } from '../../../../kernel/workbook.ts';
import { isFailedFormula } from './cell-readers.ts';
import { type Columns, dayKeys } from './column.ts';
import { judgeDays, type Rewrite } from './day-columns.ts';
import { cellPlace, type ColumnPlace, type FaultLog, shown } from './fault-log.ts';
import { nearest, plainKey } from './fold.ts';
import { EXAMPLE_MARKS, NOTE_ALIASES, NOTE_HEADER } from './format.ts';

/** A row as far as it could be read: a key whose cell was misread has no value. */
export interface RawRow {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly values: Record<string, unknown>;
  readonly cells: readonly CellValue[];
}

export interface RawTable {
  readonly sheet: string;
  readonly places: ReadonlyMap<string, ColumnPlace>;
  readonly rows: readonly RawRow[];
}

const NOTE = 'note';
const EXAMPLES = Object.values(EXAMPLE_MARKS).map(plainKey);

/** The rows below the first row that holds anything, which is taken as the header; blank and example rows are left out. */
export function readTable(sheet: Sheet, columns: Columns, log: FaultLog): RawTable {
  const headerRow = sheet.rows.findIndex((cells) => !isBlank(cells));
  if (headerRow < 0) {
    log.add({ sheet: sheet.name }, 'sheet_empty', {});
    return { sheet: sheet.name, places: new Map(), rows: [] };
  }
  const places = placesOf(sheet, headerRow, columns, log);
  const rows: RawRow[] = [];
  const strays = new Set<number>();
  const headed = new Set((sheet.rows[headerRow] ?? []).flatMap((cell, index) => (isEmpty(cell) ? [] : [index])));
  const filled = sheet.rows.flatMap((cells, index) =>
    index <= headerRow || isBlank(cells) || isExample(cells, places) ? [] : [{ row: index + 1, cells }],
  );
  const dayPlaces = dayKeys(columns).flatMap((key) => places.get(key) ?? []);
  const rewrites = judgeDays(sheet.name, dayPlaces, filled, log);
  for (const { row, cells } of filled) {
    reportStrayCells(sheet.name, row, cells, headed, strays, log);
    rows.push(readRow(sheet.name, row, cells, columns, places, rewrites, log));
  }
  return { sheet: sheet.name, places, rows };
}

export function isBlank(cells: readonly CellValue[]): boolean {
  return cells.every(isEmpty);
}

function isEmpty(cell: CellValue | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** Which key stands in which column, by header or alias. */
function placesOf(sheet: Sheet, headerRow: number, columns: Columns, log: FaultLog): Map<string, ColumnPlace> {
  const keys = keysByHeader(columns);
  const places = new Map<string, ColumnPlace>();
  for (const [index, cell] of (sheet.rows[headerRow] ?? []).entries()) {
    if (isEmpty(cell)) continue;
    // A date in the place of a header heads nothing that we know, and is named like any other unknown one.
    const header = (shown(cell ?? null) ?? '').trim();
    const place = { index, header };
    const key = keys.get(plainKey(header));
    if (key === undefined) {
      const near = nearest(header, headersOf(columns));
      log.add(cellPlace(sheet.name, headerRow + 1, place, cell), 'column_unknown', { near });
      continue;
    }
    const first = places.get(key);
    if (first === undefined) places.set(key, place);
    else log.add(cellPlace(sheet.name, headerRow + 1, place, cell), 'column_twice', { first: first.header });
  }
  for (const [key, column] of Object.entries(columns)) {
    if (column.required && !places.has(key)) {
      log.add({ sheet: sheet.name, row: headerRow + 1, header: column.header.vi }, 'column_missing', {});
    }
  }
  return places;
}

function keysByHeader(columns: Columns): Map<string, string> {
  const keys = new Map([NOTE_HEADER.vi, NOTE_HEADER.en, ...NOTE_ALIASES].map((header) => [plainKey(header), NOTE]));
  for (const [key, { header, aliases = [] }] of Object.entries(columns)) {
    for (const name of [header.vi, header.en, ...aliases]) keys.set(plainKey(name), key);
  }
  return keys;
}

function headersOf(columns: Columns): string[] {
  return [...Object.values(columns), { header: NOTE_HEADER }].flatMap(({ header }) => [header.vi, header.en]);
}

function isExample(cells: readonly CellValue[], places: ReadonlyMap<string, ColumnPlace>): boolean {
  const note = places.get(NOTE);
  const text = note === undefined ? null : cells[note.index];
  return typeof text === 'string' && EXAMPLES.some((mark) => plainKey(text).startsWith(mark));
}

/** Something below no header would be lost without a word; each such column is named once. */
function reportStrayCells(
  sheet: string,
  row: number,
  cells: readonly CellValue[],
  headed: ReadonlySet<number>,
  strays: Set<number>,
  log: FaultLog,
): void {
  for (const [index, cell] of cells.entries()) {
    if (isEmpty(cell) || headed.has(index) || strays.has(index)) continue;
    strays.add(index);
    log.add({ ...cellPlace(sheet, row, { index, header: '' }, cell), header: null }, 'cell_without_header', {});
  }
}

function readRow(
  sheet: string,
  row: number,
  cells: readonly CellValue[],
  columns: Columns,
  places: ReadonlyMap<string, ColumnPlace>,
  rewrites: ReadonlyMap<ColumnPlace, Rewrite>,
  log: FaultLog,
): RawRow {
  const values: Record<string, unknown> = {};
  for (const [key, column] of Object.entries(columns)) {
    const place = places.get(key);
    const cell = place === undefined ? null : (cells[place.index] ?? null);
    if (place === undefined || isEmpty(cell) || cell === null) {
      if (!column.required) values[key] = column.whenEmpty as unknown;
      else if (place !== undefined) log.add(cellPlace(sheet, row, place, null), 'required', {});
      continue;
    }
    if (isFailedFormula(cell)) {
      log.add(cellPlace(sheet, row, place, cell), 'formula_failed', {});
      continue;
    }
    const reading = column.read(rewrites.get(place)?.(cell) ?? cell);
    if ('misread' in reading) log.add(cellPlace(sheet, row, place, cell), reading.misread.code, reading.misread.params);
    else values[key] = reading.value as unknown;
  }
  return { row, values, cells };
}
