import type { Locale } from './actor.ts';
import type { Day, Month } from './month.ts';
import { weekday } from './weekday.ts';

// The forms that browser modules share: they need no zone and no package.

/** A no-break space: a figure and its unit, or a day and its month, stay on one line. */
export const NBSP = '\u00a0';

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

/** `03/12`, `3 Dec`: where the page makes the year clear. */
export function formatShortDate(locale: Locale, d: Day): string {
  const [, month = '', date = ''] = d.split('-');
  return locale === 'vi' ? `${date}/${month}` : `${String(Number(date))}${NBSP}${monthName(month).slice(0, 3)}`;
}

/** `12/2020`, `December 2020`. */
export function formatMonth(locale: Locale, m: Month): string {
  const [year = '', month = ''] = m.split('-');
  return locale === 'vi' ? `${month}/${year}` : `${monthName(month)}${NBSP}${year}`;
}

/** `Thứ Năm`, `Thursday`. */
export function formatWeekday(locale: Locale, d: Day): string {
  return weekdayName(locale, weekday(d));
}

/** @param number 1 = Monday … 7 = Sunday */
export function weekdayName(locale: Locale, number: number): string {
  return WEEKDAYS[locale][number - 1] ?? '';
}

/** `thứ Năm 03/12/2020`, `Thursday 3 December 2020`: within a sentence. */
export function formatDayInSentence(locale: Locale, d: Day): string {
  return `${formatWeekday(locale, d).replace(/^Thứ/, 'thứ')} ${formatDate(locale, d)}`;
}

/** `T5`, `Thu`: for column heads. */
export function formatShortWeekday(locale: Locale, d: Day): string {
  return shortWeekdayName(locale, weekday(d));
}

/** @param number 1 = Monday … 7 = Sunday */
export function shortWeekdayName(locale: Locale, number: number): string {
  return SHORT_WEEKDAYS[locale][number - 1] ?? '';
}

/** `1.234,5`, `1,234.5`; with `digits`, exactly so many decimals. */
export function formatNumber(locale: Locale, value: number, digits?: number): string {
  return numberFormat(locale, { minimumFractionDigits: digits ?? 0, maximumFractionDigits: digits ?? 2 }).format(value);
}

/** Kept: to make one takes many times as long as to format a number, and a page or a file has thousands of numbers. */
export function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.NumberFormat(TAGS[locale], options);
  formats.set(key, format);
  return format;
}

const formats = new Map<string, Intl.NumberFormat>();

/** A share of 1 as `85,7%`, `85.7%`. */
export function formatPercent(locale: Locale, share: number): string {
  return `${numberFormat(locale, { maximumFractionDigits: 1 }).format(share * 100)}%`;
}

/** `120 phút`, `120 minutes`: a length of time, always in minutes. */
export function formatMinutes(locale: Locale, minutes: number): string {
  const unit = locale === 'vi' ? 'phút' : minutes === 1 ? 'minute' : 'minutes';
  return `${formatNumber(locale, minutes)}${NBSP}${unit}`;
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

/** `December` of `12`. */
export function monthName(month: string): string {
  return MONTHS[Number(month) - 1] ?? '';
}
