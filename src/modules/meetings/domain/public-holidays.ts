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

/**
 * The days of a year on which nobody works, whatever the government decides for that year: what it adds (a bridge, a day
 * in lieu) comes with an import.
 */
export async function publicHolidays(year: number): Promise<Holidays> {
  // Astronomy that nothing else needs is not loaded with each start.
  const { CalendarVietnamese } = await import('date-chinese');
  const newYear = new CalendarVietnamese().fromJDE(new CalendarVietnamese().newYear(year));
  const [cycle, yearOfCycle] = newYear.get();
  const kings = new CalendarVietnamese().set(cycle, yearOfCycle, 3, false, 10);
  const first = dayOf(newYear, year);
  return new Map([
    ...OF_THE_SUN.map(([date, name]) => [day(`${year}-${date}`), name] as const),
    ...DAYS_OF_TET.map((count) => [addDays(first, count), 'Tết Nguyên đán'] as const),
    [dayOf(kings, year), 'Giỗ Tổ Hùng Vương'],
  ]);
}

function dayOf(date: CalendarVietnamese, inYear: number): Day {
  const { year, month, day: dayOfMonth } = date.toGregorian(inYear);
  return day([year, month, dayOfMonth].map(twoDigits).join('-'));
}
