import type { Specialist } from '../problem.ts';

/** The same from points, hundredths of an ordinary visit. */
export function deviationAt(specialist: Specialist, points: number): number {
  return points + specialist.balance - specialist.target;
}

/** Hundredths of a visit beyond (+) or short of (−) the target, earlier months included. */
export function deviation(specialist: Specialist, visits: number): number {
  return 100 * visits + specialist.balance - specialist.target;
}

/** What one more unit costs a load that weighs so many: (d + unit)² − d². */
export function unitPrice(specialist: Specialist, unit: number, units: number): number {
  return 2 * unit * deviationAt(specialist, unit * units) + unit * unit;
}

/** The square of the deviation: convex, so the worst-off come first. */
export function loadPrice(specialist: Specialist, visits: number): number {
  const off = deviation(specialist, visits);
  return off * off;
}
