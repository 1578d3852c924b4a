import type { CellRange, CellValue, Sheet } from '../../../../kernel/workbook.ts';
import { isRegisterCode } from '../../../../kernel/register-code.ts';
import type { Columns } from './column.ts';
import { type ColumnPlace, type FaultLog, shown } from './fault-log.ts';
import { type Header, isEmpty, ORDINAL } from './find-header.ts';
import { plainKey } from './fold.ts';
import { questionAbout } from './question.ts';

interface Row {
  readonly row: number;
  readonly cells: readonly CellValue[];
}

interface Filled {
  readonly index: number;
  readonly text: string;
  readonly cell: CellValue;
}

/** In a sheet with fewer required columns, a row with one filled cell may be unfinished data. */
const LEAST_REQUIRED = 3;
const NAMED_ROWS = 5;
const TOTAL = /^(?:tong|tong cong|tong so|cong|total|grand total)(?: |$)/;
const NUMERAL = /^(?:[IVXLC]+|[A-ZĐ]|\d+)[.)]?$/;
const FOOTER = /^(?:người lập|nơi nhận|t\/m|tm\.|kt\.|ghi chú|lưu ý|\*|\(\*\)|danh sách này)|,\s*ngày\b.*\btháng\b/iu;
const IN_BRACKETS = /^\([^()]*\)$/;

/**
 * The rows that are data. A printed list repeats its header, has titles above groups of rows and totals at its foot.
 * Repeated headers are left out; titles and totals are asked about, because data must not be left out by mistake.
 */
export function withoutRowsBeside(
  sheet: Sheet,
  rows: readonly Row[],
  titles: ReadonlySet<number>,
  header: Header,
  places: ReadonlyMap<string, ColumnPlace>,
  columns: Columns,
  log: FaultLog,
): readonly Row[] {
  const ordinal = places.get(ORDINAL)?.index ?? null;
  // A column that the sheet lacks entirely says nothing about its rows.
  const required = Object.entries(columns).flatMap(([key, column]) => {
    const place = places.get(key);
    return column.required && place ? [place.index] : [];
  });
  const first = Math.min(...Array.from(places.values(), ({ index }) => index));
  const beside: { readonly row: number; readonly text: string }[] = [];
  const isBeside = (row: number, filled: readonly Filled[]) => {
    beside.push({ row, text: filled.map(({ text }) => text).join(' ') });
    return false;
  };
  const heads = new Map(header.headings.map((heading) => [heading.index, plainKey(heading.header)]));
  const kept = rows.filter(({ row, cells }) => {
    const filled = filledIn(cells).filter(({ index }) => index !== ordinal || !isNumber(cells[index]));
    if (filled.length === 0 || repeatsHead(filled, heads)) return false;
    if (row === header.row + 1 && filled.every(({ text }) => IN_BRACKETS.test(text))) return false;
    if (titles.has(row)) return isBeside(row, filled);
    const missing = required.filter((index) => isEmpty(cells[index])).length;
    if (required.length < LEAST_REQUIRED || missing * 2 < required.length) return true;
    return (!isTotal(filled) && !isTitle(filled, first)) || isBeside(row, filled);
  });
  if (beside.length > 0) {
    const examples = beside.slice(0, NAMED_ROWS).map(({ row, text }) => ({ row, text: text.slice(0, 60) }));
    log.askAbout(questionAbout({ sheet: sheet.name }, 'rows_beside', { examples, count: beside.length }));
  }
  return kept;
}

/** Merged cells in rows without other content: titles of groups, and signatures at the foot. */
export function titleRanges({ rows, look }: Sheet): readonly CellRange[] {
  return (look?.merged ?? []).filter(({ rows: [first, last], columns: [from, to] }) => {
    if (first !== last || from === to) return false;
    const filled = (rows[first - 1] ?? []).flatMap((cell, index) => (isEmpty(cell) ? [] : [index]));
    return filled.length === 1 && filled[0] === from;
  });
}

function filledIn(cells: readonly CellValue[]): Filled[] {
  return cells.flatMap((cell, index) => (isEmpty(cell) ? [] : [{ index, cell, text: (shown(cell) ?? '').trim() }]));
}

function isNumber(cell: CellValue | undefined): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && /^\d+[.)]?$/.test(cell.trim()));
}

/** Whether the row repeats the header, as at the top of a printed page. */
function repeatsHead(filled: readonly Filled[], heads: ReadonlyMap<number, string>): boolean {
  return filled.length >= 2 && filled.every(({ index, text }) => heads.get(index) === plainKey(text));
}

function isTotal(filled: readonly Filled[]): boolean {
  return filled.some(({ text }) => TOTAL.test(plainKey(text)));
}

/** Whether a single filled cell is no beginning of a row of data: it is neither a code nor a name in its own column. */
function isTitle(filled: readonly Filled[], first: number): boolean {
  const [one, other] = filled;
  if (one === undefined || typeof one.cell !== 'string' || filled.length > 2) return false;
  if (other !== undefined)
    return NUMERAL.test(one.text) && typeof other.cell === 'string' && !isRegisterCode(other.text);
  if (isRegisterCode(one.text)) return false;
  return one.index <= first || one.text === one.text.toUpperCase() || FOOTER.test(one.text);
}
