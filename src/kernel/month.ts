import { Temporal } from 'temporal-polyfill';

export { weekday } from './weekday.ts';

/** `YYYY-MM`. */
export type Month = string & { readonly __month: never };
/** `YYYY-MM-DD`, a day in the committee's zone. */
export type Day = string & { readonly __day: never };

/** Years 1900 to 2999: others are typing errors, or outside PostgreSQL's range. */
const YEARS = /^(19|2\d)\d\d-/;

/** @throws RangeError unless the text is a real month written as YYYY-MM. */
export function month(text: string): Month {
  if (!YEARS.test(text) || !/^\d{4}-\d{2}$/.test(text)) throw new RangeError(`not a month: ${text}`);
  return Temporal.PlainYearMonth.from(text).toString() as Month;
}

export function isMonth(text: unknown): text is Month {
  return typeof text === 'string' && YEARS.test(text) && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** @throws RangeError unless the text is a real day written as YYYY-MM-DD. */
export function day(text: string): Day {
  if (!YEARS.test(text) || !/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`not a day: ${text}`);
  return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day;
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

export function addMonths(m: Month, count: number): Month {
  return Temporal.PlainYearMonth.from(m).add({ months: count }).toString() as Month;
}

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  const a = Temporal.PlainYearMonth.from(from);
  const b = Temporal.PlainYearMonth.from(to);
  return (b.year - a.year) * 12 + b.month - a.month;
}

export function addDays(d: Day, count: number): Day {
  return Temporal.PlainDate.from(d).add({ days: count }).toString() as Day;
}

/** Days from the first day to the second; negative where the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to).days;
}

export function firstDay(m: Month): Day {
  return `${m}-01` as Day;
}

export function daysOf(m: Month): Day[] {
  const { daysInMonth } = Temporal.PlainYearMonth.from(m);
  return Array.from({ length: daysInMonth }, (_, i) => `${m}-${String(i + 1).padStart(2, '0')}` as Day);
}

export function monthOf(d: Day): Month {
  return d.slice(0, 7) as Month;
}

/** The instant at which it is `time` (HH:mm) on `d` in `zone`. */
export function instantOf(d: Day, time: string, zone: string): Date {
  const local = Temporal.PlainDate.from(d).toPlainDateTime(Temporal.PlainTime.from(time));
  return new Date(local.toZonedDateTime(zone).epochMilliseconds);
}

export function dayIn(zone: string, at: Date): Day {
  return zoned(zone, at).toPlainDate().toString() as Day;
}

export function monthIn(zone: string, at: Date): Month {
  return monthOf(dayIn(zone, at));
}

/** `HH:mm` in `zone`. */
export function timeIn(zone: string, at: Date): string {
  return zoned(zone, at).toPlainTime().toString({ smallestUnit: 'minute' });
}

function zoned(zone: string, at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}
