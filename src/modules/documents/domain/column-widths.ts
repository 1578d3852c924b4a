import type { ComposedRuns, ComposedTable } from './composed-document.ts';

/** The width of a text in ems. */
export type TextWidth = (text: string, style: { readonly bold: boolean; readonly italic: boolean }) => number;

/** In points. */
export interface TableRoom {
  /** Between the margins of the page. */
  readonly width: number;
  /** Left and right padding of each cell. */
  readonly inset: number;
  readonly size: number;
  /** The smallest readable size; below it words may break instead. */
  readonly smallest: number;
}

export interface TableFit {
  /** In points; their sum is the width of the room. */
  readonly widths: readonly number[];
  readonly size: number;
  /** Even at the smallest size some word does not fit, so words break at the edge of the cell. */
  readonly wordsBreak: boolean;
}

/** Longer words are addresses, codes and pasted keys, which both renderers may break anywhere. */
export const LONGEST_WHOLE_WORD = 14;
/** Both renderers may round widths differently by this much. */
const SLACK_PT = 0.5;
const SIZE_STEP = 0.5;

/**
 * Gives each column its share of the width, but never less than its longest word. Where the longest words do not fit
 * side by side, the letters become smaller in steps of half a point.
 */
export function fitColumns(table: ComposedTable, room: TableRoom, widthOf: TextWidth): TableFit {
  const words = longestWords(table, widthOf);
  const extra = 2 * room.inset + SLACK_PT;
  for (let { size } = room; size >= room.smallest; size -= SIZE_STEP) {
    const least = leastWidths(table, words, size, extra);
    if (sum(least) <= room.width) {
      return { widths: shared(table.weights, least, room.width), size, wordsBreak: false };
    }
  }
  const least = leastWidths(table, words, room.smallest, extra);
  const squeezed = least.map((width) => (width / sum(least)) * room.width);
  return { widths: squeezed, size: room.smallest, wordsBreak: true };
}

interface LongestWords {
  /** In ems, of cells within one column. */
  readonly ofColumn: readonly number[];
  /** In ems, of cells that span several columns. */
  readonly over: readonly { readonly first: number; readonly count: number; readonly longest: number }[];
}

function longestWords(table: ComposedTable, widthOf: TextWidth): LongestWords {
  const ofColumn = table.weights.map(() => 0);
  const over: { first: number; count: number; longest: number }[] = [];
  const [upper = [], lower = []] = table.headerRows;
  /** Columns that the second row of the header fills: those under a group. */
  const below: number[] = [];
  let column = 0;
  for (const cell of upper) {
    const longest = longestWord([bold(cell.text)], widthOf);
    const columns = Array.from({ length: cell.colspan }, (_, index) => column + index);
    if (cell.colspan === 1) raise(ofColumn, column, longest);
    else over.push({ first: column, count: cell.colspan, longest });
    if (cell.rowspan < table.headerRows.length) below.push(...columns);
    column += cell.colspan;
  }
  lower.forEach((cell, index) => raise(ofColumn, below[index] ?? 0, longestWord([bold(cell.text)], widthOf)));
  for (const row of table.rows) {
    if (row.kind === 'cells') row.cells.forEach((runs, index) => raise(ofColumn, index, longestWord(runs, widthOf)));
  }
  return { ofColumn, over };
}

function leastWidths(table: ComposedTable, words: LongestWords, size: number, extra: number): number[] {
  const least = words.ofColumn.map((ems) => ems * size + extra);
  for (const { first, count, longest } of words.over) {
    const columns = least.slice(first, first + count);
    const missing = longest * size + extra - sum(columns);
    if (missing <= 0) continue;
    const weights = table.weights.slice(first, first + count);
    weights.forEach((weight, index) => {
      least[first + index] = (columns[index] ?? 0) + (missing * weight) / sum(weights);
    });
  }
  return least;
}

/** Shares by weight; a column whose share is below its minimum gets the minimum, and the others share the rest. */
function shared(weights: readonly number[], least: readonly number[], width: number): number[] {
  const short = new Set<number>();
  for (;;) {
    const taken = sum(least.filter((_, index) => short.has(index)));
    const open = sum(weights.filter((_, index) => !short.has(index)));
    const shares = weights.map((weight, index) =>
      short.has(index) ? (least[index] ?? 0) : (weight / open) * (width - taken),
    );
    const shorter = shares.flatMap((share, index) => (!short.has(index) && share < (least[index] ?? 0) ? [index] : []));
    if (shorter.length === 0) return shares;
    for (const index of shorter) short.add(index);
    if (short.size === weights.length) return least.map((one) => one + (width - sum(least)) / least.length);
  }
}

/** Words end at blanks and after hyphens; a change to bold or italics within a word does not end it. */
export function longestWord(runs: ComposedRuns, widthOf: TextWidth): number {
  let longest = 0;
  let width = 0;
  let letters = 0;
  const end = (): void => {
    longest = Math.max(longest, width);
    width = 0;
    letters = 0;
  };
  for (const run of runs) {
    for (const piece of run.text.split(/((?<=-)(?=\p{L})|[ \n]+)/u)) {
      if (piece === '' || /^[ \n]/.test(piece)) {
        end();
        continue;
      }
      for (const letter of graphemes(piece)) {
        letters += 1;
        if (letters <= LONGEST_WHOLE_WORD) width += widthOf(letter, run);
      }
    }
  }
  end();
  return longest;
}

const SEGMENTER = new Intl.Segmenter('vi', { granularity: 'grapheme' });

function graphemes(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

function bold(text: string): ComposedRuns[number] {
  return { text, bold: true, italic: false, url: null, anchor: null };
}

function raise(widths: number[], index: number, width: number): void {
  widths[index] = Math.max(widths[index] ?? 0, width);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
