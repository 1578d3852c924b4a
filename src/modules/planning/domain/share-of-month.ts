import type { Hours } from '../../../kernel/hours.ts';
import { type Day, daysOf, type Month } from '../../../kernel/month.ts';

interface Absence {
  readonly from: Day;
  readonly before: Day;
  /** Away only between these hours. */
  readonly hours?: Hours | null;
}

/**
 * The number of days in a month on which somebody is present, and the number of days of the month. Days covered by two
 * absences count once; a person away for some hours is present.
 */
export function daysThere(absences: readonly Absence[], month: Month): { readonly there: number; readonly of: number } {
  const days = daysOf(month);
  const away = days.filter((day) => absences.some(({ from, before, hours }) => !hours && from <= day && day < before));
  return { there: days.length - away.length, of: days.length };
}

/**
 * A person's share of a month, in hundredths of a visit: their target in proportion to the days present. For a person
 * away all month it is 0, so that nothing is carried over either.
 */
export function shareOfMonth(target: number, absences: readonly Absence[], month: Month): number {
  const { there, of } = daysThere(absences, month);
  return Math.round((target * there) / of);
}
