import type { CalendarVietnamese } from 'date-chinese';
import { twoDigits } from '../../../kernel/format.ts';
import { addDays, type Day, day } from '../../../kernel/month.ts';
import type { Holidays } from './meeting-rule.ts';

/** By article 112 of the Labour Code; holidays by the Gregorian and by the lunar calendar. */
const OF_THE_SUN: readonly (readonly [string, string])[] = [
  ['01-01', 'Tết Dương lịch'],
  ['04-30', 'Ngày Chiến thắng'],
  ['05-01', 'Quốc tế Lao động'],
  ['09-02', 'Quốc khánh'],
];
/** From the last day of the old year on; which day is the fifth day off is decided each autumn. */
const DAYS_OF_TET = [-1, 0, 1, 2];
export const TET = 'Tết Nguyên đán';

/** For each year, the days on which nobody works whatever the government decides for that year. */
export type LawOfHolidays = (year: number) => Holidays;

const known = new Map<number, Holidays>();

/**
 * Reckons them for any year, once the lunar calendar is loaded; each year is computed once. Additions of the
 * government (the fifth day of Tết, swapped days) are entered by hand.
 */
export async function lawOfHolidays(): Promise<LawOfHolidays> {
  // Loaded at first use, because nothing else needs it at every start.
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
