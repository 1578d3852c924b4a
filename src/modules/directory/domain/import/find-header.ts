import type { CellValue, Sheet } from '../../../../kernel/workbook.ts';
import type { Columns } from './column.ts';
import { shown } from './fault-log.ts';
import { oneLine, plainKey } from './fold.ts';
import { garbled } from './old-fonts.ts';
import { NOTE_ALIASES, NOTE_HEADER } from './format.ts';

/** The header of a column: its text and its cell. */
export interface Heading {
  readonly index: number;
  readonly row: number;
  readonly cell: CellValue;
  readonly header: string;
  /** The column that is meant, a note or a running number; null for an unknown one. */
  readonly key: string | null;
}

/** The header of a sheet: where the data begin, and the text above each column. */
export interface Header {
  /** From 1; the lower row of a header of two rows. */
  readonly row: number;
  /** The first row of the header. */
  readonly firstRow: number;
  readonly headings: readonly Heading[];
}

export const NOTE = 'note';
/** Running numbers, which people put in the first column of lists. */
export const ORDINAL = 'ordinal';
const ORDINAL_HEADERS = ['STT', 'TT', 'Số TT', 'Số thứ tự', 'Thứ tự', 'No', 'Nr'];
/** A header is preceded by a title or two, not by a page of text. */
const SEARCHED_ROWS = 30;
/** Whatever is longer is no name of a column, and is not compared with any to its end. */
const LONGEST_HEADER = 400;

/**
 * Finds the row whose cells name most columns of the template, alone or with the row above it that groups them; null
 * for a sheet in which no row names any.
 */
export function findHeader(sheet: Sheet, columns: Columns): Header | null {
  const keys = keysByHeader(columns);
  const { rows } = sheet;
  let best: Header | null = null;
  for (let row = 1; row <= Math.min(rows.length, SEARCHED_ROWS); row += 1) {
    const single = headerOf(rows, row, row, keys);
    const paired = row < rows.length && isSecondHead(rows, row, keys) ? headerOf(rows, row, row + 1, keys) : null;
    for (const header of [single, ...(paired === null ? [] : [paired])]) {
      if (known(header) > (best === null ? 0 : known(best))) best = header;
    }
  }
  return best;
}

const KNOWN_KEYS = new WeakMap<Columns, ReadonlyMap<string, string>>();

/** The key of a column by each name that it may have. */
function keysByHeader(columns: Columns): ReadonlyMap<string, string> {
  const known = KNOWN_KEYS.get(columns);
  if (known !== undefined) return known;
  const keys = new Map([NOTE_HEADER.vi, NOTE_HEADER.en, ...NOTE_ALIASES].map((header) => [plainKey(header), NOTE]));
  for (const header of ORDINAL_HEADERS) keys.set(plainKey(header), ORDINAL);
  for (const [key, { header, aliases = [] }] of Object.entries(columns)) {
    for (const name of [header.vi, header.en, ...aliases]) keys.set(plainKey(name), key);
  }
  KNOWN_KEYS.set(columns, keys);
  return keys;
}

function known({ headings }: Header): number {
  return new Set(headings.flatMap(({ key }) => (key === null || key === ORDINAL ? [] : [key]))).size;
}

function headerOf(rows: Sheet['rows'], firstRow: number, row: number, keys: ReadonlyMap<string, string>): Header {
  const upper = groupsIn(rows[firstRow - 1] ?? [], rows[row - 1] ?? [], firstRow < row);
  const lower = rows[row - 1] ?? [];
  const headings: Heading[] = [];
  for (let index = 0; index < Math.max(upper.length, lower.length); index += 1) {
    const [above, below] = [upper[index] ?? null, lower[index] ?? null];
    const [cell, at] = isEmpty(below) ? [above, firstRow] : [below, row];
    if (isEmpty(cell)) continue;
    // A date in a header cell is shown as an unknown header.
    const header = headerText(cell);
    const whole = `${headerText(above)} ${header}`;
    const key = keyOf(header, keys) ?? (firstRow < row ? keyOf(whole, keys) : undefined) ?? null;
    headings.push({ index, row: at, cell, header, key });
  }
  return { row, firstRow, headings };
}

/** What may follow a header in brackets without changing the meaning of its cells. */
const UNIT =
  /\s*\((?:người|đồng chí|đ\/c|đảng viên|phút|lượt|điểm|thang(?: điểm)? 100|dd\/mm\/yyyy|ngày\/tháng\/năm|hh:mm|có\/không|nếu có|bắt buộc|\*+)\)\s*$/iu;

/** A header may be written in a legacy font; its column mostly is too. */
function keyOf(header: string, keys: ReadonlyMap<string, string>): string | undefined {
  if (header.includes('%')) return undefined; // no column holds a percentage in place of its number
  const known = keys.get(plainKey(header)) ?? keys.get(plainKey(header.replace(UNIT, '')));
  if (known !== undefined) return known;
  const reading = garbled(header)?.reading;
  return reading === undefined ? undefined : keys.get(plainKey(reading));
}

/** A group header is in the cell above its first column and covers the following columns without one. */
function groupsIn(upper: readonly CellValue[], lower: readonly CellValue[], isGrouping: boolean): CellValue[] {
  if (!isGrouping) return [...upper];
  let group: CellValue = null;
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_column, index) => {
    const own = upper[index] ?? null;
    if (!isEmpty(own)) group = own;
    else if (isEmpty(lower[index])) group = null;
    return group;
  });
}

/** Whether the row below a header belongs to it: it has column names below groups and gaps, not below columns. */
function isSecondHead(rows: Sheet['rows'], row: number, keys: ReadonlyMap<string, string>): boolean {
  const [upper = [], lower = []] = [rows[row - 1], rows[row]];
  const groups = groupsIn(upper, lower, true);
  const words = lower.flatMap((cell, index) => (isEmpty(cell) ? [] : [{ cell, index }]));
  const fitting = words.filter(({ cell, index }) => {
    const header = headerText(cell);
    const isKnown = keys.has(plainKey(header)) || keys.has(plainKey(`${headerText(groups[index] ?? null)} ${header}`));
    return typeof cell === 'string' && isKnown;
  });
  return fitting.length > 0 && fitting.length * 2 >= words.length;
}

function headerText(cell: CellValue): string {
  return (shown(cell) ?? '').slice(0, LONGEST_HEADER).trim();
}

/** Whether the row only numbers the columns above it: (1), (2), (3) or A, B, 1, 2. */
export function numbersColumns(cells: readonly CellValue[]): boolean {
  const marks = cells.flatMap((cell) => (isEmpty(cell) ? [] : [plainKey(shown(cell) ?? '')]));
  const numbers = marks.filter((mark) => /^\d+$/.test(mark)).map(Number);
  const letters = marks.slice(0, marks.length - numbers.length);
  return (
    marks.length >= 3 &&
    numbers.length >= 2 &&
    letters.every((mark, at) => mark === String.fromCodePoint(97 + at)) &&
    numbers.every((number, at) => number === (numbers[0] ?? 0) + at) &&
    (numbers[0] ?? 0) <= 2
  );
}

/** Whether nothing can be seen in a cell: a blank of no width fills it as little as a blank. */
export function isEmpty(cell: CellValue | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  // Some letters of other scripts show as nothing.
  return typeof cell === 'string' && !/(?![\u115f\u1160\u3164\uffa0])[\p{L}\p{N}]/u.test(cell) && oneLine(cell) === '';
}
