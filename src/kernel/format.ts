import type { Locale } from './actor.ts';
import { dayIn, timeIn, writtenDay } from './month.ts';
import { formatDate, NBSP, numberFormat } from './plain-format.ts';

export {
  formatDate,
  formatDayInSentence,
  formatMinutes,
  formatMonth,
  formatNumber,
  formatPercent,
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

/** `04`, `36`: at least two digits, as official documents write counts, days and months. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Who did something; where a deputy did it, also on whose behalf. */
export function formatActing(locale: Locale, by: string, onBehalfOf: string | null = null): string {
  if (onBehalfOf === null) return by;
  return locale === 'vi' ? `${by} (thay mặt ${onBehalfOf})` : `${by} (on behalf of ${onBehalfOf})`;
}
