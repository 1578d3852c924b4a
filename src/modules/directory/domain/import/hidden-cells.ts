import { columnLetter, type CellValue, type Sheet, type StruckCell } from '../../../../kernel/workbook.ts';
import type { Columns } from './column.ts';
import { cellPlace, type ColumnPlace, type FaultLog, shown } from './fault-log.ts';
import { isEmpty } from './find-header.ts';
import { OTHER_READING, questionAbout, TWO_READINGS } from './question.ts';

const NAMED_CELLS = 10;

interface Row {
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/**
 * The rows to be read. Filtered or hidden rows may be forgotten or meant to be left out, so the user is asked; until
 * answered, they are read. What is crossed out, hidden columns and texts that cannot be seen are asked about too.
 */
export function rowsInView(
  sheet: Sheet,
  rows: readonly Row[],
  places: ReadonlyMap<string, ColumnPlace>,
  columns: Columns,
  log: FaultLog,
): readonly Row[] {
  const { look } = sheet;
  if (look === undefined) return rows;
  const hiddenRows = new Set(look.hiddenRows);
  const hidden = rows.filter(({ row }) => hiddenRows.has(row)).map(({ row }) => row);
  askAboutColumns(sheet, rows, places, columns, log);
  askAboutUnseen(sheet, rows, places, columns, log);
  const place = { sheet: sheet.name };
  const left = new Set<number>();
  if (hidden.length > 0) {
    const params = { rows: stretches(hidden), count: hidden.length, filtered: look.filtered };
    const answer = log.askAbout(questionAbout(place, 'rows_hidden', params, TWO_READINGS));
    if (answer === OTHER_READING) for (const row of hidden) left.add(row);
  }
  const readPlaces = [...places].flatMap(([key, column]) => (key in columns ? [column] : []));
  const struck = new StruckRows(look.struckCells, readPlaces);
  const struckRows = rows.flatMap((row) => (struck.isWhole(row) ? [row.row] : []));
  if (struckRows.length > 0) {
    const params = { rows: stretches(struckRows), count: struckRows.length };
    const answer = log.askAbout(questionAbout(place, 'rows_struck', params, TWO_READINGS));
    if (answer === OTHER_READING) for (const row of struckRows) left.add(row);
  }
  const kept = left.size === 0 ? rows : rows.filter(({ row }) => !left.has(row));
  return kept.map((row) => (struck.isWhole(row) ? row : struck.asRead(sheet.name, row, log)));
}

/** What is crossed out: whole rows, whose cells are not asked about one by one, and single cells. */
class StruckRows {
  private readonly byRow = new Map<number, Map<number, StruckCell>>();

  constructor(
    cells: readonly StruckCell[],
    private readonly places: readonly ColumnPlace[],
  ) {
    const read = new Set(places.map(({ index }) => index));
    for (const cell of cells.filter(({ column }) => read.has(column))) {
      const inRow = this.byRow.get(cell.row) ?? new Map<number, StruckCell>();
      this.byRow.set(cell.row, inRow.set(cell.column, cell));
    }
  }

  isWhole({ row, cells }: Row): boolean {
    const struck = this.byRow.get(row);
    return (
      struck !== undefined &&
      this.places.every(({ index }) => isEmpty(cells[index]) || struck.get(index)?.left === null)
    );
  }

  asRead(sheet: string, { row, cells }: Row, log: FaultLog): Row {
    const struck = this.byRow.get(row);
    if (struck === undefined) return { row, cells };
    const read = [...cells];
    for (const place of this.places) {
      const [cell, found] = [cells[place.index] ?? null, struck.get(place.index)];
      if (found === undefined || isEmpty(cell)) continue;
      const at = cellPlace(sheet, row, place, cell);
      const params = { at: `${columnLetter(place.index)}${row}`, text: shown(cell) ?? '', left: found.left };
      if (log.ask(at, 'cells_struck', params, TWO_READINGS) === OTHER_READING) read[place.index] = found.left;
    }
    return { row, cells: read };
  }
}

/** Texts of columns that are read and that nobody sees in the sheet. */
function askAboutUnseen(
  { name, look }: Sheet,
  rows: readonly Row[],
  places: ReadonlyMap<string, ColumnPlace>,
  columns: Columns,
  log: FaultLog,
): void {
  const read = new Set([...places].flatMap(([key, { index }]) => (key in columns ? [index] : [])));
  const data = new Set(rows.map(({ row }) => row));
  const unseen = (look?.unseenCells ?? []).filter(([row, column]) => data.has(row) && read.has(column));
  if (unseen.length === 0) return;
  const cells = unseen.slice(0, NAMED_CELLS).map(([row, column]) => `${columnLetter(column)}${row}`);
  log.askAbout(questionAbout({ sheet: name }, 'cells_unseen', { cells, count: unseen.length }));
}

function askAboutColumns(
  { name, look }: Sheet,
  rows: readonly Row[],
  places: ReadonlyMap<string, ColumnPlace>,
  columns: Columns,
  log: FaultLog,
): void {
  for (const [key, { index, header }] of places) {
    const isRead = key in columns && (look?.hiddenColumns.includes(index) ?? false);
    const count = isRead ? rows.filter(({ cells }) => !isEmpty(cells[index])).length : 0;
    if (count === 0) continue;
    log.askAbout(questionAbout({ sheet: name, column: columnLetter(index), header }, 'column_hidden', { count }));
  }
}

/** `3–5, 8`. */
export function stretches(rows: readonly number[]): string {
  const found: [first: number, last: number][] = [];
  for (const row of rows) {
    const open = found.at(-1);
    if (open !== undefined && open[1] === row - 1) open[1] = row;
    else found.push([row, row]);
  }
  const named = found.slice(0, 10).map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  return named.join(', ') + (found.length > named.length ? ', …' : '');
}
