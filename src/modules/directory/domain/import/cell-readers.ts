import { readMailAddress } from '../../../../kernel/mail-address.ts';
import { day as realDay, type Day } from '../../../../kernel/month.ts';
import { isDateCell, type CellValue } from '../../../../kernel/workbook.ts';
import type { ImportFaultCode, ImportFaultParams } from './fault.ts';
import { nearest, oneLine, plainKey, textKey } from './fold.ts';

export type Misread = {
  [C in ImportFaultCode]: { readonly code: C; readonly params: ImportFaultParams[C] };
}[ImportFaultCode];
export type Reading<T> = { readonly value: T } | { readonly misread: Misread };

/** Turns a cell that is not empty into a value, or says why it cannot. */
export type CellReader<T> = (cell: NonNullable<CellValue>) => Reading<T>;

const misread = <C extends ImportFaultCode>(code: C, params: ImportFaultParams[C]) =>
  ({ misread: { code, params } }) as { readonly misread: Misread };

const FAILED_FORMULA = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|#+)$/;
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u;

export function isFailedFormula(cell: CellValue): boolean {
  return typeof cell === 'string' && FAILED_FORMULA.test(cell);
}

/** One line of text. */
export function text(most = 300): CellReader<string> {
  return (cell) => limited(cell, oneLine, most);
}

/** Text whose line breaks mean something. */
export function paragraphs(most = 4_000): CellReader<string> {
  return (cell) => limited(cell, (content) => content.normalize('NFC').replace(/\r\n?/g, '\n').trim(), most);
}

function limited(cell: NonNullable<CellValue>, tidy: (content: string) => string, most: number): Reading<string> {
  if (isDateCell(cell)) return misread('text_became_day', {});
  const value = tidy(String(cell));
  return value.length > most ? misread('too_long', { most }) : { value };
}

/** A code such as `P8.5`: a text without blanks, even where the spreadsheet took it for a number. */
export const code: CellReader<string> = (cell) => {
  if (isDateCell(cell)) return misread('text_became_day', {});
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return misread('code_became_number', {});
  const value = oneLine(String(cell));
  return CODE.test(value) ? { value } : misread('code_malformed', {});
};

export const mail: CellReader<string> = (cell) => {
  const reading = readMailAddress(typeof cell === 'string' ? cell : '');
  if ('address' in reading) return { value: reading.address };
  return misread('not_a_mail', { near: reading.likely, letter: reading.letter });
};

export function decimal(least: number, most: number): CellReader<number> {
  return (cell) => numberWithin(cell, (candidate) => candidate >= least && candidate <= most, { least, most });
}

export function whole(least: number, most: number): CellReader<number> {
  return (cell) => {
    const within = (candidate: number) => Number.isInteger(candidate) && candidate >= least && candidate <= most;
    const reading = numberWithin(cell, within, { least, most });
    const isFraction = 'misread' in reading && numbersIn(cell).some((n) => n >= least && n <= most);
    return isFraction && reading.misread.code === 'out_of_range' ? misread('not_whole', {}) : reading;
  };
}

function numberWithin(
  cell: NonNullable<CellValue>,
  within: (candidate: number) => boolean,
  range: { least: number; most: number },
): Reading<number> {
  const readings = numbersIn(cell);
  const fitting = readings.filter(within);
  const [value] = fitting;
  if (readings.length === 0) return misread('not_a_number', {});
  if (value === undefined) return misread('out_of_range', range);
  return fitting.length > 1 ? misread('number_ambiguous', { readings: fitting }) : { value };
}

/** All numbers that a cell can mean: `1.234` is 1234 to a Vietnamese and 1,234 to an English reader. */
function numbersIn(cell: NonNullable<CellValue>): number[] {
  if (typeof cell === 'number') return [cell];
  if (typeof cell !== 'string') return [];
  const digits = cell.replace(/[\s\u00a0\u202f]/gu, '').replace(/^\u2212/, '-');
  const readings: number[] = [];
  if (/^[+-]?\d+([,.]\d+)?$/.test(digits)) readings.push(Number(digits.replace(',', '.')));
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits))
    readings.push(Number(digits.replaceAll('.', '').replace(',', '.')));
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) readings.push(Number(digits.replaceAll(',', '')));
  return [...new Set(readings)];
}

/** A true date, dd/MM/yyyy or yyyy-MM-dd; 3/4/2020 without its zeros may come from an American machine. */
export const day: CellReader<Day> = (cell) => {
  if (isDateCell(cell)) {
    if (cell.day === null) return misread('not_a_day', {});
    return cell.time === null ? plausible(cell.day) : misread('day_with_time', {});
  }
  if (typeof cell !== 'string') return misread('not_a_day', {});
  const written = oneLine(cell);
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return plausible(written);
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(written);
  if (parts === null) return misread('not_a_day', {});
  const [, first = '', , second = '', year = ''] = parts;
  const dayFirst = isoDay(year, second, first);
  if (first.length === 1 || second.length === 1) {
    const readings = [dayFirst, isoDay(year, first, second)].filter((reading) => 'value' in plausible(reading));
    if (new Set(readings).size > 1) return misread('day_ambiguous', { readings });
  }
  return plausible(dayFirst);
};

function isoDay(year: string, month: string, dayOfMonth: string): string {
  return `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
}

function plausible(iso: string): Reading<Day> {
  try {
    const value = realDay(iso);
    return iso >= '1900-01-01' && iso < '2101-01-01' ? { value } : misread('day_impossible', {});
  } catch {
    return misread('day_impossible', {});
  }
}

/** 19:30, 19h30, 19 giờ, a true time, or the fraction of a day that a spreadsheet keeps. */
export const time: CellReader<string> = (cell) => {
  if (isDateCell(cell))
    return cell.day === null && cell.time !== null ? { value: cell.time } : misread('not_a_time', {});
  if (typeof cell === 'number') {
    const minutes = Math.round(cell * 1_440);
    return cell >= 0 && minutes < 1_440
      ? { value: clock(Math.floor(minutes / 60), minutes % 60) }
      : misread('not_a_time', {});
  }
  const parts = /^(\d{1,2})\s*(?::|h|g|giờ|gio)\s*(\d{2})?(?::00)?\s*(?:phút|phut|p|')?$/iu.exec(oneLine(String(cell)));
  if (parts === null) return misread('not_a_time', {});
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? '0')];
  return hour < 24 && minute < 60 ? { value: clock(hour, minute) } : misread('not_a_time', {});
};

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const YES = new Set(['co', 'x', 'yes', 'y', 'true', 'dung', '1']);
const NO = new Set(['khong', 'no', 'n', 'false', 'sai', '0']);

export const yesOrNo: CellReader<boolean> = (cell) => {
  if (typeof cell === 'boolean') return { value: cell };
  const word = isDateCell(cell) ? '' : plainKey(String(cell));
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : misread('not_yes_or_no', {});
};

/** The words by which one value of a fixed list may be written; the first is what the template offers. */
export type Choices<V extends string> = Readonly<Record<V, readonly [vi: string, en: string, ...others: string[]]>>;

export function choice<V extends string>(choices: Choices<V>): CellReader<V> {
  const byWord = new Map<string, V>();
  for (const value of Object.keys(choices) as V[]) {
    for (const word of [value, ...choices[value]]) byWord.set(plainKey(word), value);
  }
  const offered = (Object.keys(choices) as V[]).map((value) => choices[value][0]);
  return (cell) => {
    const written = isDateCell(cell) ? '' : String(cell);
    const value = byWord.get(plainKey(written));
    return value === undefined
      ? misread('not_a_choice', { choices: offered, near: nearest(written, offered) })
      : { value };
  };
}

/** Months of the year, `2; 5; 8; 11`. */
export const monthNumbers: CellReader<number[]> = (cell) => {
  const parts = isDateCell(cell) ? [''] : String(cell).split(/[;,\n]+/);
  const months: number[] = [];
  for (const part of parts.map(oneLine).filter((item) => item !== '')) {
    if (!/^\d{1,2}$/.test(part) || Number(part) < 1 || Number(part) > 12)
      return misread('out_of_range', { least: 1, most: 12 });
    if (months.includes(Number(part))) return misread('listed_twice', { item: part });
    months.push(Number(part));
  }
  return { value: months.sort((a, b) => a - b) };
};

export interface WeightedCode {
  readonly code: string;
  /** 0 < weight ≤ 1. */
  readonly weight: number;
}

/** Codes with weights, `KT:0,9; MT:0,6`; a code alone weighs 1. */
export const weightedCodes: CellReader<WeightedCode[]> = (cell) => {
  if (isDateCell(cell)) return misread('text_became_day', {});
  const items: WeightedCode[] = [];
  for (const part of String(cell)
    .split(/[;\n]+/)
    .map(oneLine)
    .filter((item) => item !== '')) {
    const [written = '', weightText] = part.split(/\s*[:=]\s*/);
    const reading = code(written);
    if ('misread' in reading) return reading;
    const weight = weightText === undefined ? { value: 1 } : decimal(0.01, 1)(weightText);
    if ('misread' in weight) return weight;
    if (items.some((item) => textKey(item.code) === textKey(reading.value))) {
      return misread('listed_twice', { item: reading.value });
    }
    items.push({ code: reading.value, weight: weight.value });
  }
  return { value: items };
};
