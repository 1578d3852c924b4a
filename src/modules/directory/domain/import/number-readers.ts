import { isDateCell, isNumberCell, type CellValue } from '../../../../kernel/workbook.ts';
import { plainKey, plainSigns } from './fold.ts';
import { type CellReader, misread, type Reading } from './reading.ts';

/** How a column takes 87,5 %: as 87.5, as 0.875, or as a mistake. */
export type PercentSense = 'points' | 'share' | 'mistake';

interface Range {
  readonly least: number;
  readonly most: number;
}

/** A difference that no points and no shares are reckoned with. */
const NEGLIGIBLE = 0.005;

export function decimal(least: number, most: number, percent: PercentSense = 'mistake'): CellReader<number> {
  const read = precise(least, most, percent);
  return (cell) => {
    const reading = read(cell);
    return 'value' in reading && isRounded(cell) ? { ...reading, doubt: 'number_rounded' } : reading;
  };
}

/** A coordinate. Both of a place in one cell, and degrees with minutes, are refused with what is to be written instead. */
export function coordinate(least: number, most: number): CellReader<number> {
  const read = precise(least, most);
  return (cell) => {
    const reading = read(cell);
    if (!('misread' in reading) || typeof cell !== 'string' || reading.misread.code !== 'not_a_number') return reading;
    const [lat, lng, more] = degreesIn(plainSigns(cell));
    if (lat === undefined || more !== undefined) return reading;
    if (lng !== undefined) return misread('place_in_one_cell', { lat, lng });
    return misread('not_a_number', { near: lat >= least && lat <= most ? lat : null });
  };
}

const DEGREES =
  /(?<!\d|\d[.,])(\d{1,3}(?:[.,]\d+)?)(?:\s*[°º]\s*(?:(\d{1,2})\s*['’′´]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|”|″|''|’’))?)?)?(?!\d|[.,]\d)/g;

/** The degrees that a text names; 10°45'36" as 10.76. */
function degreesIn(text: string): number[] {
  const number = (part: string | undefined) => Number((part ?? '0').replace(',', '.'));
  return [...text.matchAll(DEGREES)].map(([, degrees, minutes, seconds]) =>
    Number((number(degrees) + number(minutes) / 60 + number(seconds) / 3600).toFixed(5)),
  );
}

/** A number that counts as it is stored, however few of its digits the cell shows, such as a coordinate. */
export function precise(least: number, most: number, percent: PercentSense = 'mistake'): CellReader<number> {
  return (cell) => numberWithin(cell, (candidate) => candidate >= least && candidate <= most, { least, most }, percent);
}

/** Whether a cell shows another number than it stores: 88 for 87.5. */
function isRounded(cell: NonNullable<CellValue>): boolean {
  if (!isNumberCell(cell) || /E[+-]?\d/.test(cell.shown)) return false;
  const stored = Math.abs(cell.kind === 'percent' ? cell.number * 100 : cell.number);
  const seen = numbersIn(cell.shown.replace(/[^\d.,]/g, ''));
  return seen.length > 0 && seen.every((number) => Math.abs(number - stored) >= NEGLIGIBLE);
}

export function whole(least: number, most: number): CellReader<number> {
  return (cell) => {
    const within = (candidate: number) => Number.isInteger(candidate) && candidate >= least && candidate <= most;
    const reading = numberWithin(cell, within, { least, most }, 'mistake');
    const isFraction = 'misread' in reading && numbersIn(cell).some((n) => n >= least && n <= most);
    return isFraction && reading.misread.code === 'out_of_range' ? misread('not_whole', {}) : reading;
  };
}

const HOURS_AND_MINUTES = /^(\d{1,2}) ?(?:h|g|gio|tieng)(?: ?(?:(\d{1,2})(?: ?(?:phut|ph|p|'))?|(ruoi)))?$/;

/** A duration: 90, or in hours as people say it, such as 1h30 or 2 giờ. */
export function minutes(least: number, most: number): CellReader<number> {
  const plain = whole(least, most);
  return (cell) => {
    if (isDateCell(cell)) {
      // 1:30 becomes a time of day in a spreadsheet; whether it was meant as hours is left to be said.
      const [hours = 0, rest = 0] = cell.day === null ? (cell.time ?? '').split(':').map(Number) : [];
      const near = hours * 60 + rest;
      return misread('not_a_number', { near: near >= least && near <= most ? near : null });
    }
    if (typeof cell !== 'string') return plain(cell);
    const [, hours, rest = '0', half] = HOURS_AND_MINUTES.exec(plainKey(cell)) ?? [];
    return hours === undefined || Number(rest) > 59
      ? plain(cell)
      : plain(Number(hours) * 60 + (half === undefined ? Number(rest) : 30));
  };
}

function numberWithin(
  cell: NonNullable<CellValue>,
  within: (candidate: number) => boolean,
  range: Range,
  percent: PercentSense,
): Reading<number> {
  if (isNumberCell(cell) && cell.kind === 'other') return misread('number_shown_otherwise', {});
  const isPercent = isNumberCell(cell) ? cell.kind === 'percent' : typeof cell === 'string' && /%\s*$/.test(cell);
  if (isPercent && percent === 'mistake') return misread('percent_unexpected', {});
  const readings = numbersIn(cell).map((number) => (isPercent ? scaled(number, percent, cell) : number));
  const fitting = readings.filter(within);
  const [value] = fitting;
  if (readings.length === 0) return misread('not_a_number', { near: numberBeside(cell, within) });
  if (value === undefined) return misread('out_of_range', range);
  return fitting.length > 1 ? misread('number_ambiguous', { readings: fitting }) : { value };
}

/** The only number in a text, beside words or a sign; null where several could be meant, or the text changes it. */
function numberBeside(cell: NonNullable<CellValue>, within: (candidate: number) => boolean): number | null {
  if (typeof cell !== 'string' || /^\s*\(.*\)\s*$/su.test(cell)) return null;
  const found = [...plainSigns(cell).matchAll(/(?<![\p{L}\d]|\d[.,])\d+(?:[.,]\d+)*(?!\d|[.,]\d)/gu)];
  if (found.length !== 1) return null;
  const fitting = numbersIn(found[0]?.[0] ?? '').filter(within);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** A cell stores 0.875 where it shows 87,5 %; a text contains 87,5. */
function scaled(number: number, percent: PercentSense, cell: NonNullable<CellValue>): number {
  const points = isNumberCell(cell) ? number * 100 : number;
  return Number((percent === 'points' ? points : points / 100).toFixed(10));
}

/** All numbers that a cell can mean: `1.234` is 1234 to a Vietnamese and 1,234 to an English reader. */
function numbersIn(cell: NonNullable<CellValue>): number[] {
  if (typeof cell === 'number') return [cell];
  if (isNumberCell(cell)) return [cell.number];
  if (typeof cell !== 'string') return [];
  // Blanks stand beside a sign and between thousands; 8 7,5 is no number.
  const digits = plainSigns(cell)
    .replace(/^([+-])\s+|\s+(?=%$)|(?<=\d)\s(?=\d{3}(?!\d))/gu, '$1')
    .replace(/%$/, '');
  const readings: number[] = [];
  if (/^[+-]?\d+([,.]\d+)?$/.test(digits)) readings.push(Number(digits.replace(',', '.')));
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits))
    readings.push(Number(digits.replaceAll('.', '').replace(',', '.')));
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) readings.push(Number(digits.replaceAll(',', '')));
  return [...new Set(readings)];
}
