import { type CellValue, isFormulaCell, rangeName, type Sheet } from '../../../../kernel/workbook.ts';
import { type Columns, dayKeys, type RowContent } from './column.ts';
import { judgeDays, type Rewrite } from './day-columns.ts';
import type { ImportPlace } from './fault.ts';
import { cellPlace, type ColumnPlace, type FaultLog, shown } from './fault-log.ts';
import { dittoFault } from './ditto.ts';
import { findHeader, type Header, isEmpty, NOTE, numbersColumns, ORDINAL } from './find-header.ts';
import { nearest, plainKey } from './fold.ts';
import { EXAMPLE_NOTES, NOTE_HEADER } from './format.ts';
import { rowsInView, stretches } from './hidden-cells.ts';
import { mergedCells, type MergedCells } from './merged-cells.ts';
import { OTHER_READING, questionAbout, TWO_READINGS } from './question.ts';
import { type Doubt, type Misread, misread, type Reading } from './reading.ts';
import { titleRanges, withoutRowsBeside } from './rows-beside-data.ts';
import { withoutOldFonts } from './without-old-fonts.ts';

/** A row as far as it could be read: a key whose cell could not be read has no value. */
export interface RawRow {
  /** The row number of the spreadsheet. */
  readonly row: number;
  readonly values: Record<string, unknown>;
  readonly cells: readonly CellValue[];
  /** References that could not be read; they are reported unless the row that they name has the same fault. */
  readonly misread: Readonly<Record<string, Misread>>;
}

export interface RawTable {
  readonly sheet: string;
  readonly places: ReadonlyMap<string, ColumnPlace>;
  readonly rows: readonly RawRow[];
  /** Number of rows left out as examples of the template. */
  readonly examples: number;
}

interface FilledRow {
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/** A row with at least this many filled cells above a header is data, not a title. */
const LEAST_DATA = 3;
const FAILED_FORMULA =
  /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|PYTHON!|GETTING_DATA|#+)|Err:5\d\d)$/;
/** A formula typed into a cell formatted as text, which shows the formula itself. */
const TYPED_FORMULA = /^=\s*[-+(]*\s*(?:"|'|\d|\$?[A-Z]{1,3}\$?\d|[A-Z][A-Z.]*\()/i;
const EXAMPLE_MARKS = Object.values(EXAMPLE_NOTES).map(plainKey);

/** The rows below the header of a sheet; blank rows and examples are left out. */
export function readTable(
  sheet: Sheet,
  columns: Columns,
  log: FaultLog,
  examples: readonly RowContent[] = [],
): RawTable {
  const header = findHeader(sheet, columns);
  if (header === null) return withoutHeader(sheet, log);
  reportRowsAbove(sheet, header, log);
  const places = placesOf(sheet, header, columns, log);
  const isColumn = (index: number) => [...places].some(([key, place]) => place.index === index && key in columns);
  const titles = titleRanges(sheet);
  const merged = mergedCells(sheet, header.row, isColumn, titles);
  reportMerged(sheet, merged, header, log);
  const inView = rowsInView(sheet, dataRows(sheet, header, merged), places, columns, log);
  const filled = withoutRowsBeside(
    sheet,
    inView,
    new Set(titles.map(({ rows }) => rows[0])),
    header,
    places,
    columns,
    log,
  );
  const meant = withoutOldFonts(sheet.name, withoutExamples(sheet.name, filled, places, examples, log), places, log);
  const dayPlaces = dayKeys(columns).flatMap((key) => places.get(key) ?? []);
  const rewrites = judgeDays(sheet.name, dayPlaces, meant, log);
  reportStrayCells(sheet.name, meant, header, log);
  const rows = meant.map((row, index) => {
    const above = meant[index - 1]?.cells ?? [];
    return readRow(sheet, row, above, columns, places, merged, rewrites, log);
  });
  return { sheet: sheet.name, places, rows, examples: filled.length - meant.length };
}

function withoutHeader(sheet: Sheet, log: FaultLog): RawTable {
  const first = sheet.rows.findIndex((cells) => !isBlank(cells));
  if (first < 0) log.add({ sheet: sheet.name }, 'sheet_empty', {});
  else log.add({ sheet: sheet.name, row: first + 1 }, 'header_not_found', {});
  return { sheet: sheet.name, places: new Map(), rows: [], examples: 0 };
}

export function isBlank(cells: readonly CellValue[]): boolean {
  return cells.every(isEmpty);
}

/** Only titles are expected above the header; data there would be lost, so it is reported. */
function reportRowsAbove(sheet: Sheet, header: Header, log: FaultLog): void {
  const row = sheet.rows
    .slice(0, header.firstRow - 1)
    .findIndex((cells) => cells.filter((cell) => !isEmpty(cell)).length >= LEAST_DATA);
  if (row >= 0) log.add({ sheet: sheet.name, row: row + 1 }, 'rows_above_header', { head: header.row });
}

/** The column of each key, by header or alias. */
function placesOf(sheet: Sheet, header: Header, columns: Columns, log: FaultLog): Map<string, ColumnPlace> {
  const places = new Map<string, ColumnPlace>();
  for (const { key, cell, row, ...place } of header.headings) {
    const at = cellPlace(sheet.name, row, place, cell);
    if (key === null) {
      log.add(at, 'column_unknown', { near: nearest(place.header, headersOf(columns)) });
      continue;
    }
    const first = places.get(key);
    if (first === undefined) places.set(key, place);
    else if (key !== ORDINAL) log.add(at, 'column_twice', { first: first.header });
  }
  for (const [key, column] of Object.entries(columns)) {
    if (column.required && !places.has(key)) {
      log.add({ sheet: sheet.name, row: header.row, header: column.header.vi }, 'column_missing', {});
    }
  }
  return places;
}

function headersOf(columns: Columns): string[] {
  return [...Object.values(columns), { header: NOTE_HEADER }].flatMap(({ header }) => [header.vi, header.en]);
}

/** Reports each merged cell whose meaning is unclear. */
function reportMerged(sheet: Sheet, { unclear }: MergedCells, { headings }: Header, log: FaultLog): void {
  for (const range of unclear) {
    const [row, index] = [range.rows[0], range.columns[0]];
    const header = headings.find((heading) => heading.index === index)?.header ?? '';
    const cell = sheet.rows[row - 1]?.[index] ?? null;
    log.add(cellPlace(sheet.name, row, { index, header }, cell), 'merged_cells', { range: rangeName(range) });
  }
}

/** Rows with content of their own, with what merged cells show in them. */
function dataRows(sheet: Sheet, header: Header, merged: MergedCells): FilledRow[] {
  return sheet.rows.flatMap((cells, index): FilledRow[] => {
    const row = index + 1;
    if (row <= header.row || isBlank(cells)) return [];
    if (row === header.row + 1 && numbersColumns(cells)) return [];
    const isMergedOnly = cells.every((cell, column) => isEmpty(cell) || merged.isUnclear(row, column));
    if (isMergedOnly) return [];
    return [{ row, cells: cells.map((cell, column) => merged.seenAt(row, column) ?? cell) }];
  });
}

/**
 * An example of the template has exactly the template's note; a user's note that only begins like it marks no example.
 * Where the note was left and the row was changed, the user is asked.
 */
function withoutExamples(
  sheet: string,
  rows: readonly FilledRow[],
  places: ReadonlyMap<string, ColumnPlace>,
  examples: readonly RowContent[],
  log: FaultLog,
): readonly FilledRow[] {
  const note = places.get(NOTE);
  const marked = rows.filter(({ cells }) => {
    const text = note === undefined ? null : cells[note.index];
    return typeof text === 'string' && EXAMPLE_MARKS.includes(plainKey(text));
  });
  const untouched = new Set(
    marked.filter(({ cells }) => examples.some((example) => isAsGiven(cells, places, example))),
  );
  const changed = marked.filter((row) => !untouched.has(row));
  if (changed.length === 0) return rows.filter((row) => !untouched.has(row));
  const params = { rows: stretches(changed.map(({ row }) => row)) };
  const answer = log.askAbout(questionAbout({ sheet }, 'example_changed', params, TWO_READINGS));
  const left = new Set(answer === OTHER_READING ? marked : untouched);
  return rows.filter((row) => !left.has(row));
}

function isAsGiven(
  cells: readonly CellValue[],
  places: ReadonlyMap<string, ColumnPlace>,
  example: RowContent,
): boolean {
  return [...places].every(([key, { index }]) => {
    const [cell, given] = [cells[index] ?? null, example[key] ?? null];
    return key === NOTE || key === ORDINAL || isEmpty(cell) || shown(cell) === shown(given);
  });
}

/** Data in a column without a header would be lost; each such column is reported once. */
function reportStrayCells(sheet: string, rows: readonly FilledRow[], { headings }: Header, log: FaultLog): void {
  const reported = new Set(headings.map(({ index }) => index));
  for (const { row, cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      if (isEmpty(cell) || reported.has(index)) continue;
      reported.add(index);
      log.add({ ...cellPlace(sheet, row, { index, header: '' }, cell), header: null }, 'cell_without_header', {});
    }
  }
}

function readRow(
  { name: sheet, isText }: Sheet,
  { row, cells }: FilledRow,
  above: readonly CellValue[],
  columns: Columns,
  places: ReadonlyMap<string, ColumnPlace>,
  merged: MergedCells,
  rewrites: ReadonlyMap<ColumnPlace, Rewrite>,
  log: FaultLog,
): RawRow {
  const values: Record<string, unknown> = {};
  const misreadReferences: Record<string, Misread> = {};
  for (const [key, column] of Object.entries(columns)) {
    const place = places.get(key);
    if (place !== undefined && merged.isUnclear(row, place.index)) continue; // reported once for all of its cells
    const cell = place === undefined ? null : (cells[place.index] ?? null);
    if (place === undefined || isEmpty(cell) || cell === null) {
      if (!column.required) values[key] = column.whenEmpty as unknown;
      else if (place !== undefined) log.add(cellPlace(sheet, row, place, null), column.whenMissing ?? 'required', {});
      continue;
    }
    const reading =
      formulaFault(cell, isText) ??
      dittoFault(cell, above[place.index] ?? null, column) ??
      (column.read(rewrites.get(place)?.(cell) ?? cell) as Reading<unknown>);
    if ('misread' in reading) {
      if (column.reference !== undefined) misreadReferences[key] = reading.misread;
      else log.add(cellPlace(sheet, row, place, cell), reading.misread.code, reading.misread.params);
      continue;
    }
    // For a reference no doubt is needed: a number either matches a row or is reported as unknown.
    const at = cellPlace(sheet, row, place, cell);
    values[key] = column.reference === undefined ? valueOf(column, reading, at, log) : reading.value;
  }
  return { row, values, cells, misread: misreadReferences };
}

/** What was read, or nothing where it is doubtful and somebody says that the cell is as good as empty. */
export function valueOf(
  column: Columns[string],
  { value, doubt }: { readonly value: unknown; readonly doubt?: Doubt },
  at: ImportPlace,
  log: FaultLog,
): unknown {
  if (doubt === undefined) return value;
  const example = { example: String(value) };
  if (doubt !== 'placeholder') log.ask(at, doubt, example);
  else if (column.required) log.ask(at, 'placeholder_required', example);
  else if (log.ask(at, 'placeholder', example, TWO_READINGS) === OTHER_READING) return column.whenEmpty;
  return value;
}

/** What is wrong with a formula whose cell shows nothing, or an error. */
function formulaFault(cell: CellValue, isText = false): ReturnType<typeof misread> | null {
  if (isFormulaCell(cell) || (!isText && typeof cell === 'string' && TYPED_FORMULA.test(cell))) {
    return misread('formula_without_result', {});
  }
  return typeof cell === 'string' && FAILED_FORMULA.test(shown(cell) ?? '') ? misread('formula_failed', {}) : null;
}
