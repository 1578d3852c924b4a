import { type DayOfMonth, dayOfMonthIn } from '../../../kernel/day-of-month.ts';
import { addDays, monthOf, weekday, type Day, type Month } from '../../../kernel/month.ts';
import type { DaysOff } from './meeting-rule.ts';

/** A day that was skipped for a meeting, and why. */
export type PassedDay =
  | { readonly day: Day; readonly because: 'weekend' }
  | { readonly day: Day; readonly because: 'holiday'; readonly name: string }
  /** The branch has its other meeting of the month on that day. */
  | { readonly day: Day; readonly because: 'taken' };

export interface MeetingDay {
  readonly day: Day;
  /** The day of the rule, or the last day of a shorter month. */
  readonly wanted: Day;
  /** In the order in which they were tried; empty when the meeting is on the wanted day. */
  readonly passed: readonly PassedDay[];
}

interface DayRule {
  readonly dayOfMonth: DayOfMonth;
  readonly rollWeekend: boolean;
}

const SATURDAY = 6;

/**
 * The day of a rule's meeting in a month: the wanted day, else the next free one. A meeting belongs to its month, so
 * where moving it later would leave the month (the 31st before a holiday) the last free day before is taken; in a month
 * without a free day the wanted day itself, because a regular meeting is never left out for days off. Null where the
 * rule wants a weekday that the month does not have: a fifth Tuesday where there are four.
 */
export function meetingDay(
  rule: DayRule,
  month: Month,
  holidays: DaysOff,
  taken: ReadonlySet<Day> = new Set(),
): MeetingDay | null {
  const wanted = dayOfMonthIn(month, rule.dayOfMonth);
  if (wanted === null) return null;
  const passed: PassedDay[] = [];
  for (const step of [1, -1]) {
    for (let day: Day = wanted; monthOf(day) === month; day = addDays(day, step)) {
      const obstacle = obstacleOn(day, rule, holidays, taken);
      if (obstacle === null) return { day, wanted, passed };
      if (step === 1 || day !== wanted) passed.push(obstacle);
    }
  }
  return { day: wanted, wanted, passed: [] };
}

function obstacleOn(day: Day, rule: DayRule, holidays: DaysOff, taken: ReadonlySet<Day>): PassedDay | null {
  const name = holidays.get(day);
  if (name !== undefined) return { day, because: 'holiday', name };
  if (rule.rollWeekend && weekday(day) >= SATURDAY && !holidays.isWorked?.(day)) return { day, because: 'weekend' };
  return taken.has(day) ? { day, because: 'taken' } : null;
}
