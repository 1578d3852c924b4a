import type { CalendarVietnamese } from 'date-chinese';
import { twoDigits } from '../../../kernel/format.ts';
import { addDays, type Day, day } from '../../../kernel/month.ts';
import type { Holidays } from './meeting-rule.ts';

/** By the law on labour, article 112; both those of the sun and those of the moon. */
const OF_THE_SUN: readonly (readonly [string, string])[] = [
  ['01-01', 'Tết Dương lịch'],
  ['04-30', 'Ngày Chiến thắng'],
  ['05-01', 'Quốc tế Lao động'],
  ['09-02', 'Quốc khánh'],
];
/** From the last day of the old year on; which fifth day is free is decided each autumn. */
const DAYS_OF_TET = [-1, 0, 1, 2];
export const TET = 'Tết Nguyên đán';

/** Of each year, the days on which nobody works whatever the government decides for that year. */
export type LawOfHolidays = (year: number) => Holidays;

const known = new Map<number, Holidays>();

/**
 * The days of a year on which nobody works, whatever the government decides for that year: what it adds (the fifth day
 * of Tết, a swap) is entered.
 */
export async function publicHolidays(year: number): Promise<Holidays> {
  return (await lawOfHolidays())(year);
}

/** The same for any year, once the astronomy is there; each year is reckoned once. */
export async function lawOfHolidays(): Promise<LawOfHolidays> {
  // Astronomy that nothing else needs is not loaded with each start.
  const { CalendarVietnamese } = await import('date-chinese');
  return (year) => {
    const days = known.get(year) ?? reckoned(year, CalendarVietnamese);
    known.set(year, days);
    return days;
  };
}

function reckoned(year: number, Calendar: typeof CalendarVietnamese): Holidays {
  const newYear = new Calendar().fromJDE(new Calendar().newYear(year));
  const [cycle, yearOfCycle] = newYear.get();
  const kings = new Calendar().set(cycle, yearOfCycle, 3, false, 10);
  const first = dayOf(newYear, year);
  return new Map([
    ...OF_THE_SUN.map(([date, name]) => [day(`${year}-${date}`), name] as const),
    ...DAYS_OF_TET.map((count) => [addDays(first, count), TET] as const),
    [dayOf(kings, year), 'Giỗ Tổ Hùng Vương'],
  ]);
}

function dayOf(date: CalendarVietnamese, inYear: number): Day {
  const { year, month, day: dayOfMonth } = date.toGregorian(inYear);
  return day([year, month, dayOfMonth].map(twoDigits).join('-'));
}
