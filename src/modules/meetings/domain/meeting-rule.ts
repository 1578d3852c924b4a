import type { Day } from '../../../kernel/month.ts';

/** When a branch meets in every month, as its own habit has it. */
export interface MeetingRule {
  /** 1–31; in a shorter month its last day. */
  readonly dayOfMonth: number;
  /** `HH:mm` in the local time of the committee. */
  readonly time: string;
  /** Of a regular or thematic meeting; a combined one takes longer. */
  readonly durationMinutes: number;
  /** Whether Saturday and Sunday are passed over; public holidays always are. */
  readonly rollWeekend: boolean;
  /** Months of the year, 1–12, that have a thematic part; at least one a quarter, which others check. */
  readonly thematicMonths: readonly number[];
  /** Day of a separate thematic meeting; null where it is combined with the regular one. */
  readonly thematicDay: number | null;
}

/** Names of days off. */
export type Holidays = ReadonlyMap<Day, string>;

/** On which days nobody meets; a map of their names says it where no weekend day is worked. */
export interface DaysOff {
  get(day: Day): string | undefined;
  /** A day of rest on which offices work all the same, in exchange for another day. */
  isWorked?(day: Day): boolean;
}
