import { columnLetter, isDateCell, type CellValue } from '../../../../kernel/workbook.ts';
import { cellPlace, type ColumnPlace, type FaultLog } from './fault-log.ts';
import { plainSigns } from './fold.ts';
import { OTHER_READING, TWO_READINGS, type TwoDays } from './question.ts';

/** A cell of a column of days; ambiguous ones have two readings. */
interface DayCell {
  readonly row: number;
  readonly cell: CellValue;
  readonly isTrueDate: boolean;
  /** The first and the second number as written. */
  readonly first: number;
  readonly second: number;
  readonly year: string;
  /** Whether day or month is written without its zero, as machines do that put the month first. */
  readonly isShort: boolean;
}

/** Maps a cell to what is to be read instead. */
export type Rewrite = (cell: NonNullable<CellValue>) => NonNullable<CellValue>;

const EXAMPLES = 3;
const NONE: Rewrite = (cell) => cell;

/** What the columns of days of one sheet show together. */
interface Evidence {
  /** Whether there are texts that can only be day/month, or only month/day. */
  readonly dayFirst: boolean;
  readonly monthFirst: boolean;
  /** Whether there are texts that can be either. */
  readonly either: boolean;
  /** Whether there are true dates, none of them after the 12th of a month. */
  readonly lowDates: boolean;
}

interface Row {
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/**
 * Decides the order of day and month per column, not per cell: a machine with another locale turns 03/12 into a true
 * date of 12 March and leaves 25/12 as a text; and where one text can only be month/day, its ambiguous neighbours are
 * so too. Asked once per column.
 */
export function judgeDays(
  sheet: string,
  places: readonly ColumnPlace[],
  rows: readonly Row[],
  log: FaultLog,
): ReadonlyMap<ColumnPlace, Rewrite> {
  const columns = places.map((place) => ({
    place,
    cells: rows.flatMap(({ row, cells }) => dayCell(row, cells[place.index] ?? null)),
  }));
  const all = columns.flatMap(({ cells }) => cells);
  const evidence: Evidence = {
    dayFirst: all.some(isDayFirst),
    monthFirst: all.some(isMonthFirst),
    either: all.some(isEither),
    lowDates: all.every(({ isTrueDate, first }) => !isTrueDate || first <= 12),
  };
  return new Map(columns.map(({ place, cells }) => [place, rewriteOf(sheet, place, cells, evidence, log)]));
}

function rewriteOf(
  sheet: string,
  place: ColumnPlace,
  cells: readonly DayCell[],
  { dayFirst, monthFirst, either, lowDates }: Evidence,
  log: FaultLog,
): Rewrite {
  const asksOther = (code: QuestionCode, about: readonly DayCell[], accepts?: readonly string[]) => {
    const examples = examplesOf(about, place, code === 'days_month_first');
    const answers = about.map(({ row, cell }) =>
      log.ask(cellPlace(sheet, row, place, cell), code, { examples }, accepts),
    );
    return answers.includes(OTHER_READING);
  };
  const turnTexts = monthFirst && !dayFirst ? turned(false) : NONE;
  const doubtful = cells.filter(({ isTrueDate, first, second }) => isTrueDate && first !== second);
  // All texts can be read in one order only, which suggests that those readable in the other order were turned into
  // true dates.
  if (!either && dayFirst !== monthFirst && lowDates && doubtful.length > 0) {
    const turnDates = asksOther('days_swapped', doubtful, TWO_READINGS) ? turned(true) : NONE;
    return (cell) => (isDateCell(cell) ? turnDates(cell) : turnTexts(cell));
  }
  if (monthFirst && !dayFirst) {
    const about = cells.filter((cell) => isMonthFirst(cell) || isEither(cell));
    if (about.length > 0) asksOther('days_month_first', about);
    return turnTexts;
  }
  // Days above 12 show that the day comes first in this sheet.
  const short = cells.filter((cell) => isEither(cell) && cell.isShort);
  if (short.length === 0 || monthFirst) return NONE;
  const isOther = !dayFirst && asksOther('days_ambiguous', short, TWO_READINGS);
  return isOther ? turned(false) : padded;
}

type QuestionCode = 'days_swapped' | 'days_month_first' | 'days_ambiguous';

function isDayFirst({ isTrueDate, first, second }: DayCell): boolean {
  return !isTrueDate && first > 12 && second <= 12;
}

function isMonthFirst({ isTrueDate, first, second }: DayCell): boolean {
  return !isTrueDate && first <= 12 && second > 12 && second <= 31;
}

/** Whether the text is another day in the other order. */
function isEither({ isTrueDate, first, second }: DayCell): boolean {
  return !isTrueDate && first <= 12 && second <= 12 && first !== second;
}

function dayCell(row: number, cell: CellValue): DayCell[] {
  if (cell !== null && isDateCell(cell)) {
    if (cell.day === null) return [];
    const [year = '', month, day] = cell.day.split('-');
    return [{ row, cell, isTrueDate: true, first: Number(day), second: Number(month), year, isShort: false }];
  }
  const parts = typeof cell === 'string' ? partsOf(cell) : null;
  if (parts === null) return [];
  const { first, second, year } = parts;
  const isShort = first.length === 1 || second.length === 1;
  return [{ row, cell, isTrueDate: false, first: Number(first), second: Number(second), year, isShort }];
}

function partsOf(text: string): { first: string; second: string; year: string } | null {
  const [, first, , second, year] =
    /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(plainSigns(text).replace(/ ?([/.-]) ?/g, '$1')) ?? [];
  return first === undefined || second === undefined || year === undefined ? null : { first, second, year };
}

/** Swaps the order of a text, or day and month of a true date. */
function turned(isTrueDate: boolean): Rewrite {
  return (cell) => {
    const [found] = dayCell(0, cell);
    if (found === undefined || found.isTrueDate !== isTrueDate) return cell;
    const { first, second, year } = found;
    return isTrueDate
      ? { day: iso(year, first, second), time: isDateCell(cell) ? cell.time : null }
      : written(year, second, first);
  };
}

const padded: Rewrite = (cell) => {
  const [found] = dayCell(0, cell);
  return found === undefined || found.isTrueDate ? cell : written(found.year, found.first, found.second);
};

function examplesOf(cells: readonly DayCell[], { index }: ColumnPlace, isMonthFirst: boolean): TwoDays[] {
  return cells.slice(0, EXAMPLES).map(({ row, first, second, year }) => {
    const [dayFirst, other] = [written(year, first, second), written(year, second, first)];
    const [read, instead] = isMonthFirst ? [other, dayFirst] : [dayFirst, other];
    return { at: `${columnLetter(index)}${row}`, read, other: instead };
  });
}

const two = (number: number) => String(number).padStart(2, '0');

function written(year: string, day: number, month: number): string {
  return `${two(day)}/${two(month)}/${year}`;
}

function iso(year: string, month: number, day: number): string {
  return `${year}-${two(month)}-${two(day)}`;
}
