import { Temporal } from 'temporal-polyfill';
import { twoDigits } from '../../../kernel/format.ts';

/** `BC` of `ĐU` gives `BC/ĐU`: the type of document, and its issuer. */
export function symbol(typeCode: string, issuerCode: string): string {
  return `${typeCode}/${issuerCode}`;
}

/** Numbers below ten are written with a zero before them. @throws RangeError unless it is a whole number above 0. */
export function documentNumber(number: number): string {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`not a document number: ${number}`);
  return twoDigits(number);
}

/** `05-BC/ĐU`. */
export function numberAndSymbol(number: number, symbolText: string): string {
  return `${documentNumber(number)}-${symbolText}`;
}

/**
 * `Quận 4, ngày 05 tháng 12 năm 2020`: days below 10 and months 1 and 2 take a zero, so that no digit can be inserted.
 * For a month (`2020-12`) the day is left blank.
 */
export function placeAndDate(place: string, date: string): string {
  return place === '' ? dateInWords(date) : `${place}, ${dateInWords(date)}`;
}

/** `ngày 05 tháng 12 năm 2020`. */
export function dateInWords(date: string): string {
  const { day, month, year } = partsOf(date);
  return `ngày ${day ?? BLANK} tháng ${month} năm ${year}`;
}

/** `05/12/2020`. */
export function dateInFigures(date: string): string {
  const { day, month, year } = partsOf(date);
  return [...(day === null ? [BLANK] : [day]), month, year].join('/');
}

/** A blank to be filled by hand, of no-break spaces, which neither collapse nor wrap. */
export const BLANK = '\u00a0'.repeat(6);

/** @throws RangeError unless the number is between 1 and 3,999. */
export function roman(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 3999) throw new RangeError(`no Roman numeral: ${number}`);
  let rest = number;
  let text = '';
  for (const [numeral, value] of ROMAN) {
    while (rest >= value) {
      text += numeral;
      rest -= value;
    }
  }
  return text;
}

/** a, b, c, d, đ, e, g…: the Vietnamese alphabet as office lists use it, then aa, ab…. */
export function letter(number: number): string {
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`no letter: ${number}`);
  const index = number - 1;
  const last = LETTERS[index % LETTERS.length] ?? '';
  return index < LETTERS.length ? last : letter(Math.floor(index / LETTERS.length)) + last;
}

const LETTERS = Array.from('abcdđeghiklmnopqrstuvxy');

const ROMAN = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

function partsOf(date: string): { day: string | null; month: string; year: string } {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(date);
  if (!whole && !/^\d{4}-\d{2}$/.test(date)) throw new RangeError(`neither a day nor a month: ${date}`);
  const { year, month } = whole ? Temporal.PlainDate.from(date) : Temporal.PlainYearMonth.from(date);
  return {
    day: whole ? date.slice(8) : null,
    month: month <= 2 ? `0${month}` : String(month),
    year: String(year),
  };
}
