import type { Specialist } from '../problem.ts';

/** The same from points, in hundredths of an ordinary visit. */
export function deviationAt(specialist: Specialist, points: number): number {
  return points + specialist.balance - specialist.target;
}

/** Hundredths of a visit above (+) or below (−) the target, the balance of earlier months included. */
export function deviation(specialist: Specialist, visits: number): number {
  return 100 * visits + specialist.balance - specialist.target;
}

/** What one more unit costs in the fairness tier when the load holds `units` units already: (d + unit)² − d². */
export function unitPrice(specialist: Specialist, unit: number, units: number): number {
  return 2 * unit * deviationAt(specialist, unit * units) + unit * unit;
}

/** The squared deviation: convex, so the largest deviations are reduced first. */
export function loadPrice(specialist: Specialist, visits: number): number {
  const off = deviation(specialist, visits);
  return off * off;
}
