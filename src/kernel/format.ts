import type { Locale } from './actor.ts';
import { type Month, dayIn, timeIn, writtenDay } from './month.ts';
import { formatDate, formatNumber, monthName, NBSP, numberFormat } from './plain-format.ts';

export {
  formatDate,
  formatDayInSentence,
  formatNumber,
  formatRatio,
  formatShortDate,
  formatShortWeekday,
  formatSigned,
  formatWeekday,
} from './plain-format.ts';

/**
 * A day as a field holds it: day before month in both languages, as the placeholder says. A text that is no day is
 * returned as typed.
 */
export function dayInField(text: string): string {
  const read = writtenDay(text);
  return read === null ? text : formatDate('vi', read);
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

/** `1234,567`: every decimal and no thousands separators, to show a number exactly as it was read. */
export function formatExactly(locale: Locale, value: number): string {
  return numberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(value);
}

/** A share of 1 as `85,7%`, `85.7%`. */
export function formatPercent(locale: Locale, share: number): string {
  return `${numberFormat(locale, { maximumFractionDigits: 1 }).format(share * 100)}%`;
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

/** Who did something; where a deputy did it, also on whose behalf. */
export function formatActing(locale: Locale, by: string, onBehalfOf: string | null = null): string {
  if (onBehalfOf === null) return by;
  return locale === 'vi' ? `${by} (thay mặt ${onBehalfOf})` : `${by} (on behalf of ${onBehalfOf})`;
}
