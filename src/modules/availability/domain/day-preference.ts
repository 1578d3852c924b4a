import type { PartOfDay } from '../../../kernel/hours.ts';

/** When a person would rather not go; the planner sends them all the same where nobody else can. */
export interface DayPreference {
  /** 1: Monday … 7: Sunday. */
  readonly weekday: number;
  /** Null: all of that day. */
  readonly part: PartOfDay | null;
}

/** In the order of the week, with one entry for each weekday. */
export function sortedPreferences(preferences: readonly DayPreference[]): DayPreference[] {
  return [...new Map(preferences.map((one) => [one.weekday, one])).values()].sort((a, b) => a.weekday - b.weekday);
}
