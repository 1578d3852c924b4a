import type { Locale } from './actor.ts';
import { type Day, daysOf, type Month } from './month.ts';
import { shortWeekdayName, weekdayName } from './plain-format.ts';
import { weekday } from './weekday.ts';

/** Monday first; the names are those of iCalendar. */
export const WEEKDAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** −1 is the last one. */
export const NTHS = [1, 2, 3, 4, 5, -1] as const;

export type WeekdayCode = (typeof WEEKDAY_CODES)[number];
export type Nth = (typeof NTHS)[number];

/** A weekday of a month as iCalendar writes it: `2TU` is the second Tuesday, `-1FR` the last Friday. */
export type NthWeekday = `${Nth}${WeekdayCode}`;

/** A day that every month has, or most months: 1–31 (in a shorter month its last day), or a weekday. */
export type DayOfMonth = number | NthWeekday;

const PATTERN = /^(-1|[1-5])(MO|TU|WE|TH|FR|SA|SU)$/;

export function isNthWeekday(text: string): text is NthWeekday {
  return PATTERN.test(text);
}

/** The day in a month; null in a month without it: a fifth Tuesday where there are four. */
export function dayOfMonthIn(month: Month, on: DayOfMonth): Day | null {
  const days = daysOf(month);
  if (typeof on === 'number') return days[Math.min(on, days.length) - 1] ?? null;
  const { nth, number } = partsOf(on);
  return days.filter((day) => weekday(day) === number).at(nth === -1 ? -1 : nth - 1) ?? null;
}

/** `ngày 3`, `thứ Ba tuần thứ 2`, `thứ Sáu cuối tháng`; `day 3`, `2nd Tuesday`, `last Friday`. */
export function formatDayOfMonth(locale: Locale, on: DayOfMonth): string {
  if (typeof on === 'number') return locale === 'vi' ? `ngày ${on}` : `day ${on}`;
  const { nth, number } = partsOf(on);
  const name = weekdayName(locale, number);
  if (locale === 'en') return `${ORDINALS[nth]} ${name}`;
  const inSentence = name.replace(/^Thứ/, 'thứ').replace(/^Chủ/, 'chủ');
  return nth === -1 ? `${inSentence} cuối tháng` : `${inSentence} tuần thứ ${nth}`;
}

/** As a cell holds it: `T3/2`, `T6 cuối`; `Tue/2`, `Fri last`. */
export function shortNthWeekday(locale: Locale, on: NthWeekday): string {
  const { nth, number } = partsOf(on);
  const name = shortWeekdayName(locale, number);
  return nth === -1 ? `${name} ${locale === 'vi' ? 'cuối' : 'last'}` : `${name}/${nth}`;
}

const ORDINALS: Readonly<Record<Nth, string>> = { 1: '1st', 2: '2nd', 3: '3rd', 4: '4th', 5: '5th', [-1]: 'last' };

function partsOf(on: NthWeekday): { readonly nth: Nth; readonly number: number } {
  const nth = NTHS.find((each) => String(each) === on.slice(0, -2));
  const number = WEEKDAY_CODES.indexOf(on.slice(-2) as WeekdayCode) + 1;
  if (nth === undefined || number === 0) throw new RangeError(`not a weekday of a month: ${on}`);
  return { nth, number };
}
