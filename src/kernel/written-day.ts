import type { Day, Month } from './month.ts';

// What browser modules share of days and times: it needs no zone and no package.

/** Years 1900 to 2999: others are typing errors, or outside PostgreSQL's range. */
export const YEARS = /^(19|2\d)\d\d-/;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number of days of a month; 0 for a number that is no month. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0);
}

export function monthOf(d: Day): Month {
  return d.slice(0, 7) as Month;
}

/** @throws RangeError unless the text is a real day written as YYYY-MM-DD. */
export function day(text: string): Day {
  const [, yyyy = '', mm = '', dd = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const isReal = YEARS.test(text) && Number(dd) >= 1 && Number(dd) <= daysIn(Number(yyyy), Number(mm));
  if (!isReal) throw new RangeError(`not a day: ${text}`);
  return text as Day;
}

const WITH_SIGNS = /^(\d{1,2})\s?[/.\-\s]\s?(\d{1,2})\s?[/.\-\s]\s?(\d{4})$/;
const DIGITS_ALONE = /^(\d{2})(\d{2})(\d{4})$/;

/**
 * Reads a day as people in Vietnam write it, day before month: 31/12/2020, 31-12-2020, 31.12.2020 or, on a keypad,
 * 31122020; also 2020-12-31, as programs write it. Null for any other text.
 */
export function writtenDay(text: string): Day | null {
  const written = text.trim();
  const [, dd = '', mm = '', yyyy] = WITH_SIGNS.exec(written) ?? DIGITS_ALONE.exec(written) ?? [];
  try {
    return day(yyyy ? `${yyyy}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}` : written);
  } catch {
    return null;
  }
}

const HOUR_AND_MINUTE = /^([01]?\d|2[0-3])\s?(?:[:.hHgG]|giờ)\s?([0-5]\d)?(?:\s?phút|:00)?$/u;
const FOUR_DIGITS = /^([01]\d|2[0-3])([0-5]\d)$/;

/**
 * Reads a time of day as people write it (19:30, 19h30, 19.30, 19 giờ 30, 19h or 1930) and returns `HH:mm`; null for
 * any other text.
 */
export function writtenTime(text: string): string | null {
  const written = text.trim().normalize('NFC');
  const [, hour, minute = '00'] = HOUR_AND_MINUTE.exec(written) ?? FOUR_DIGITS.exec(written) ?? [];
  return hour === undefined || /[:.]$/.test(written) ? null : `${hour.padStart(2, '0')}:${minute}`;
}
