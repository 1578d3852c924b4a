import { Temporal } from 'temporal-polyfill';
import { monthOf, YEARS } from './written-day.ts';

export { weekday } from './weekday.ts';
export { day, monthOf, writtenDay, writtenTime } from './written-day.ts';

/** `YYYY-MM`. */
export type Month = string & { readonly __month: never };
/** `YYYY-MM-DD`, a day in the committee's zone. */
export type Day = string & { readonly __day: never };

/** @throws RangeError unless the text is a real month written as YYYY-MM. */
export function month(text: string): Month {
  if (!YEARS.test(text) || !/^\d{4}-\d{2}$/.test(text)) throw new RangeError(`not a month: ${text}`);
  return Temporal.PlainYearMonth.from(text).toString() as Month;
}

export function isMonth(text: unknown): text is Month {
  return typeof text === 'string' && YEARS.test(text) && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
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
