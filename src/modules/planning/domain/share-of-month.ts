import type { Hours } from '../../../kernel/hours.ts';
import { type Day, daysOf, type Month } from '../../../kernel/month.ts';

interface Absence {
  readonly from: Day;
  readonly before: Day;
  /** Away between these hours only. */
  readonly hours?: Hours | null;
}

/** How many days of a month somebody is there, and how many it has; days that two absences cover count once, and who is away for hours is there. */
export function daysThere(absences: readonly Absence[], month: Month): { readonly there: number; readonly of: number } {
  const days = daysOf(month);
  const away = days.filter((day) => absences.some(({ from, before, hours }) => !hours && from <= day && day < before));
  return { there: days.length - away.length, of: days.length };
}

/**
 * What a month asks of somebody, in hundredths of a visit: their target, by the days on which they are there. Nothing
 * is asked of whoever is away all month, so that nothing of it is carried over either.
 */
export function shareOfMonth(target: number, absences: readonly Absence[], month: Month): number {
  const { there, of } = daysThere(absences, month);
  return Math.round((target * there) / of);
}
