import type { DayOfMonth } from '../../../kernel/day-of-month.ts';
import type { Day } from '../../../kernel/month.ts';

/** When a branch meets each month. */
export interface MeetingRule {
  /** 1–31, in a shorter month its last day; or a weekday of the month, of which some months have no fifth one. */
  readonly dayOfMonth: DayOfMonth;
  /** `HH:mm` in the local time of the committee. */
  readonly time: string;
  /** For a regular or thematic meeting; a combined one takes longer. */
  readonly durationMinutes: number;
  /** Whether Saturdays and Sundays are skipped; public holidays always are. */
  readonly rollWeekend: boolean;
  /** Months (1–12) with a thematic part; at least one per quarter, which is checked elsewhere. */
  readonly thematicMonths: readonly number[];
  /** Day of a separate thematic meeting; null where it is combined with the regular one. */
  readonly thematicDay: DayOfMonth | null;
}

/** Days off by date, with their names. */
export type Holidays = ReadonlyMap<Day, string>;

/** The days on which nobody meets; a map of names is enough where no weekend day is worked. */
export interface DaysOff {
  get(day: Day): string | undefined;
  /** Whether offices work on a weekly day of rest, in exchange for another day. */
  isWorked?(day: Day): boolean;
}
