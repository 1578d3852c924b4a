import type { Place, TravelPolicy } from '../problem.ts';

const METRES_PER_DEGREE = 111_195;
const RADIANS_PER_DEGREE = 0.017453292519943295;

/**
 * Straight-line metres between two places, on a plane around their middle latitude: exact to a thousandth up to the
 * size of a province. Uses only operations whose result IEEE 754 defines to the bit, so every machine computes the same
 * metre.
 */
export function metresBetween(a: Place, b: Place): number {
  const turn = Math.abs(a.lng - b.lng);
  const dx = Math.min(turn, 360 - turn) * METRES_PER_DEGREE * cosine(((a.lat + b.lat) / 2) * RADIANS_PER_DEGREE);
  const dy = (a.lat - b.lat) * METRES_PER_DEGREE;
  return Math.round(Math.sqrt(dx * dx + dy * dy));
}

/** Metres by road; null where an end is unknown. */
export function roadMetres(a: Place | null, b: Place | null, policy: TravelPolicy): number | null {
  return a === null || b === null ? null : Math.round((metresBetween(a, b) * policy.detourPercent) / 100);
}

/**
 * The distance in metres that is priced: an unknown way counts as `unknownKm` of the policy, or as 0.
 */
export function countedMetres(a: Place | null, b: Place | null, policy: TravelPolicy): number {
  return roadMetres(a, b, policy) ?? 1000 * (policy.unknownKm ?? 0);
}

/** Minutes for that distance, rounded up. */
export function travelMinutes(a: Place | null, b: Place | null, policy: TravelPolicy): number {
  return Math.ceil((countedMetres(a, b, policy) * 60) / (policy.speedKmh * 1000));
}

/**
 * Cosine by its Taylor series around 0, in the square of the angle, by Horner's rule: Math.cos may differ in the last
 * bit between engines. Nine terms are accurate to 1e-9 up to ±90°.
 */
function cosine(x: number): number {
  const square = x * x;
  let sum = 0;
  for (const coefficient of COSINE) sum = sum * square + coefficient;
  return sum;
}

/** (−1)ⁿ / (2n)!, highest n first. */
const COSINE = [
  1 / 20_922_789_888_000,
  -1 / 87_178_291_200,
  1 / 479_001_600,
  -1 / 3_628_800,
  1 / 40_320,
  -1 / 720,
  1 / 24,
  -1 / 2,
  1,
];
