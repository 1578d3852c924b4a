import type { Board } from './board.ts';

/** Rows and columns have fixed sizes, so that which of them are seen is a matter of division. */
export const ROW = 36;
export const HEAD = 52;
export const NAME = 196;
export const LOAD = 128;
/** Rows and columns beyond the edges, so that scrolling a little draws nothing. */
const BEYOND = 3;
const THIN = 26;
/** Of a chip, in pixels: its least and greatest width, and that of a letter of its text. */
const NARROWEST = 42;
const WIDEST = 76;
const LETTER = 7.6;
const GAP = 6;
const CHIP_GAP = 2;

/** What part of the box is seen, in pixels of its content. */
export interface Sight {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** First and last of rows and of columns. */
export interface Window {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

export interface Columns {
  /** From the left edge of the first day. */
  readonly offsets: readonly number[];
  readonly widths: readonly number[];
  readonly width: number;
}

/** As wide as its text, within limits; the style sheet cuts off what is longer. */
export function chipWidth(short: string): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, short.length * LETTER + 14)));
}

/** A day is as wide as the visits of whoever has most on it; one without meetings is thin. */
export function columnsOf(board: Board): Columns {
  const widths = board.state.days.map(() => THIN);
  const widen = (day: number, width: number) => {
    if (width > (widths[day] ?? Infinity)) widths[day] = width;
  };
  for (const day of board.dayOf) widen(day, NARROWEST + GAP);
  for (const visits of board.visits) {
    const sums = new Map<number, number>();
    for (const meeting of visits) {
      const day = board.dayOf[meeting] ?? -1;
      sums.set(day, (sums.get(day) ?? GAP) + chipWidth(board.meetings[meeting]?.short ?? '') + CHIP_GAP);
    }
    for (const [day, width] of sums) widen(day, width);
  }
  const offsets: number[] = [];
  let width = 0;
  for (const each of widths) {
    offsets.push(width);
    width += each;
  }
  return { offsets, widths, width };
}

export function windowOf(sight: Sight, rows: number, { offsets, widths }: Columns): Window {
  const firstRow = Math.max(0, Math.floor(sight.top / ROW) - BEYOND);
  const lastRow = Math.min(rows - 1, Math.ceil((sight.top + sight.height - HEAD) / ROW) + BEYOND);
  const right = sight.left + sight.width - NAME - LOAD;
  const isSeen = (day: number) =>
    (offsets[day] ?? 0) + (widths[day] ?? 0) >= sight.left - BEYOND * NARROWEST &&
    (offsets[day] ?? 0) <= right + BEYOND * NARROWEST;
  const days = offsets.map((_, day) => day).filter(isSeen);
  return { firstRow, lastRow, firstDay: days[0] ?? 0, lastDay: days.at(-1) ?? -1 };
}

/** Where the box has to be scrolled to for a cell to be seen, beside what sticks to its edges. */
export function scrolledTo(sight: Sight, row: number, day: number, { offsets, widths }: Columns): Sight {
  const top = Math.min(sight.top, row * ROW);
  const bottom = Math.max(top, (row + 1) * ROW + HEAD - sight.height);
  const room = sight.width - NAME - LOAD;
  const offset = offsets[day];
  if (offset === undefined) return { ...sight, top: bottom };
  const left = Math.max(Math.min(sight.left, offset), offset + (widths[day] ?? 0) - room);
  return { ...sight, top: bottom, left: Math.max(0, left) };
}
