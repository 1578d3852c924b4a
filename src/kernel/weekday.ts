import type { Day } from './month.ts';

/** 1 = Monday … 7 = Sunday. */
export function weekday(d: Day): number {
  return new Date(`${d}T00:00Z`).getUTCDay() || 7;
}
