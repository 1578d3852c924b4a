import type { Specialist } from '../problem.ts';

/** Hundredths of a visit beyond (+) or short of (−) the target, earlier months included. */
export function deviation(specialist: Specialist, visits: number): number {
  return 100 * visits + specialist.balance - specialist.target;
}

/** The square of the deviation: convex, so the worst-off come first. */
export function loadPrice(specialist: Specialist, visits: number): number {
  const off = deviation(specialist, visits);
  return off * off;
}
