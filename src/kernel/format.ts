import type { Locale } from './actor.ts';
import { type Day, type Month, dayIn, timeIn, weekday, writtenDay } from './month.ts';

/** A no-break space: a figure and its unit, or a day and its month, stay on one line. */
const NBSP = '\u00a0';

const TAGS: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' };
const WEEKDAYS: Record<Locale, readonly string[]> = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const SHORT_WEEKDAYS: Record<Locale, readonly string[]> = {
  vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `03/12/2020`, `3 Dec 2020`. */
export function formatDate(locale: Locale, d: Day): string {
  const [year = '', month = '', date = ''] = d.split('-');
  if (locale === 'vi') return `${date}/${month}/${year}`;
  return [String(Number(date)), monthName(month).slice(0, 3), year].join(NBSP);
}

/**
 * A day as a field holds it: day before month in both languages, as the placeholder says. A text that is no day is
 * returned as typed.
 */
export function dayInField(text: string): string {
  const read = writtenDay(text);
  return read === null ? text : formatDate('vi', read);
}

/** `03/12`, `3 Dec`: where the page makes the year clear. */
export function formatShortDate(locale: Locale, d: Day): string {
  const [, month = '', date = ''] = d.split('-');
  return locale === 'vi' ? `${date}/${month}` : `${String(Number(date))}${NBSP}${monthName(month).slice(0, 3)}`;
}

/** `Thứ Năm`, `Thursday`. */
export function formatWeekday(locale: Locale, d: Day): string {
  return WEEKDAYS[locale][weekday(d) - 1] ?? '';
}

/** `thứ Năm 03/12/2020`, `Thursday 3 December 2020`: within a sentence. */
export function formatDayInSentence(locale: Locale, d: Day): string {
  return `${formatWeekday(locale, d).replace(/^Thứ/, 'thứ')} ${formatDate(locale, d)}`;
}

/** `T5`, `Thu`: for column heads. */
export function formatShortWeekday(locale: Locale, d: Day): string {
  return SHORT_WEEKDAYS[locale][weekday(d) - 1] ?? '';
}

/** `12/2020`, `December 2020`. */
export function formatMonth(locale: Locale, m: Month): string {
  const [year = '', month = ''] = m.split('-');
  return locale === 'vi' ? `${month}/${year}` : `${monthName(month)}${NBSP}${year}`;
}

/** `20:14 ngày 03/12/2020`, `3 Dec 2020, 20:14`: an instant in the local time of a zone. */
export function formatInstant(locale: Locale, zone: string, at: Date): string {
  const time = timeIn(zone, at);
  const date = formatDate(locale, dayIn(zone, at));
  return locale === 'vi' ? `${time} ngày${NBSP}${date}` : `${date}, ${time}`;
}

/** `1.234,5`, `1,234.5`; with `digits`, exactly that many decimals. */
export function formatNumber(locale: Locale, value: number, digits?: number): string {
  const fraction = digits === undefined ? 2 : digits;
  return new Intl.NumberFormat(TAGS[locale], {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: fraction,
  }).format(value);
}

/** `1234,567`: every decimal and no thousands separators, to show a number exactly as it was read. */
export function formatExactly(locale: Locale, value: number): string {
  return new Intl.NumberFormat(TAGS[locale], { useGrouping: false, maximumFractionDigits: 20 }).format(value);
}

/** A share of 1 as `85,7%`, `85.7%`. */
export function formatPercent(locale: Locale, share: number): string {
  return `${new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 1 }).format(share * 100)}%`;
}

/** `+38`, `−6`, `0`: a difference with its sign. */
export function formatSigned(locale: Locale, value: number): string {
  const figure = formatNumber(locale, Math.abs(value));
  return value > 0 ? `+${figure}` : value < 0 ? `−${figure}` : figure;
}

/** `141 / 143`: a part of a whole. */
export function formatRatio(locale: Locale, part: number, whole: number): string {
  return `${formatNumber(locale, part)}${NBSP}/${NBSP}${formatNumber(locale, whole)}`;
}

/** `120 phút`, `120 minutes`: a length of time, always in minutes. */
export function formatMinutes(locale: Locale, minutes: number): string {
  const unit = locale === 'vi' ? 'phút' : minutes === 1 ? 'minute' : 'minutes';
  return `${formatNumber(locale, minutes)}${NBSP}${unit}`;
}

/** `04`, `36`: at least two digits, as official documents write counts, days and months. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function monthName(month: string): string {
  return MONTHS[Number(month) - 1] ?? '';
}

/** Who did something; where a deputy did it, also on whose behalf. */
export function formatActing(locale: Locale, by: string, onBehalfOf: string | null = null): string {
  if (onBehalfOf === null) return by;
  return locale === 'vi' ? `${by} (thay mặt ${onBehalfOf})` : `${by} (on behalf of ${onBehalfOf})`;
}
