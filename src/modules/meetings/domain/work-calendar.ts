import { addDays, type Day, weekday } from '../../../kernel/month.ts';
import type { Holidays } from './meeting-rule.ts';

const SATURDAY = 6;

/** The days on which offices work. Whatever is due in working days is counted here and nowhere else. */
export class WorkCalendar {
  constructor(private readonly holidays: Holidays) {}

  isWorkday(day: Day): boolean {
    return weekday(day) < SATURDAY && !this.holidays.has(day);
  }

  /** The last of so many working days that follow a day; the day itself does not count, and 0 is the day itself. */
  after(day: Day, workdays: number): Day {
    let last = day;
    for (let left = workdays; left > 0;) {
      last = addDays(last, 1);
      if (this.isWorkday(last)) left--;
    }
    return last;
  }
}
