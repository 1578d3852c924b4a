import type { CellRange, CellValue, Sheet } from '../../../../kernel/workbook.ts';
import { isEmpty } from './find-header.ts';

/** What the merged cells of a sheet mean for the rows below its header. */
export interface MergedCells {
  /** The value visible in a cell covered by a merged one; undefined for a cell that is not covered. */
  seenAt(row: number, column: number): CellValue | undefined;
  /** Merged cells without a clear meaning: over several columns, or over values that they hide. */
  readonly unclear: readonly CellRange[];
  /** Whether a cell belongs to one of those. */
  isUnclear(row: number, column: number): boolean;
}

/** Merged cells of a spreadsheet program do not overlap, so a file that covers more cells is malformed. */
const MOST_COVERED = 1_000_000;

/**
 * A cell merged over rows counts for each of them, as a reader sees it. @param isColumn whether a column is one of the
 * template, so that it matters which cell the value belongs to @param titles merged cells of rows that are no data
 */
export function mergedCells(
  { rows, look }: Sheet,
  headerRow: number,
  isColumn: (column: number) => boolean,
  titles: readonly CellRange[] = [],
): MergedCells {
  const seen = new Map<string, CellValue>();
  const unclear: CellRange[] = [];
  const unclearCells = new Set<string>();
  let left = MOST_COVERED;
  for (const { range, cells } of belowHead(
    rows,
    (look?.merged ?? []).filter((range) => !titles.includes(range)),
    headerRow,
  )) {
    left -= cells.length;
    if (left < 0) break;
    const [row, column] = [range.rows[0], range.columns[0]];
    const value = rows[row - 1]?.[column] ?? null;
    const hides = cells.some((cell) => hidesAnother(rows, cell, value));
    if (cells.length === 0 || (isEmpty(value) && !hides)) continue;
    const isShared = cells.some((cell) => cell[1] !== column && isColumn(cell[1]));
    if (hides || isShared || row <= headerRow) {
      unclear.push(range);
      for (const cell of [[row, column] as const, ...cells]) unclearCells.add(keyOf(...cell));
    } else for (const cell of cells) if (cell[1] === column) seen.set(keyOf(...cell), value);
  }
  return {
    seenAt: (row, column) => seen.get(keyOf(row, column)),
    unclear,
    isUnclear: (row, column) => unclearCells.has(keyOf(row, column)),
  };
}

type Place = readonly [row: number, column: number];

/** The merged cells that reach below the header, each with the cells that it covers within the used range. */
function* belowHead(rows: Sheet['rows'], merged: readonly CellRange[], headerRow: number) {
  const width = Math.max(0, ...rows.slice(0, 1).map((cells) => cells.length));
  for (const range of merged) {
    if (range.rows[1] <= headerRow) continue;
    const cells: Place[] = [];
    for (let row = Math.max(range.rows[0], headerRow + 1); row <= Math.min(range.rows[1], rows.length); row += 1) {
      for (let column = range.columns[0]; column <= Math.min(range.columns[1], width - 1); column += 1) {
        if (row !== range.rows[0] || column !== range.columns[0]) cells.push([row, column]);
      }
    }
    yield { range, cells };
  }
}

function hidesAnother(rows: Sheet['rows'], [row, column]: Place, value: CellValue): boolean {
  const own = rows[row - 1]?.[column] ?? null;
  return !isEmpty(own) && JSON.stringify(own) !== JSON.stringify(value);
}

function keyOf(row: number, column: number): string {
  return `${row} ${column}`;
}
