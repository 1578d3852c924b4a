import type { Place, PlanProblem } from '../../src/solver/problem.ts';
import { generateMonth } from './month.ts';
import { randomFrom } from '../../src/kernel/random.ts';

/** A commune-level unit from public data. */
export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly centre: Place;
  readonly areaKm2: number;
}

/** In a large and sparsely populated unit people live in a part of it. */
const WIDEST_KM = 25;
const DEGREES_PER_KM = 1 / 111.195;

/**
 * A month of the committee of one unit: about 75 branches and 18 people, within its area. The same unit gives the same
 * month.
 */
export function generateCommuneMonth({ code, centre, areaKm2 }: Commune): PlanProblem {
  const seed = Number(code);
  const random = randomFrom(seed);
  const spreadKm = Math.min(WIDEST_KM, Math.max(1, Math.sqrt(areaKm2)));
  const half = (spreadKm / 2) * DEGREES_PER_KM;
  return generateMonth({
    seed,
    specialists: 16 + random.below(5),
    meetings: 60 + random.below(31),
    departments: 5,
    calendar: 'lived',
    centre: { lat: centre.lat - half, lng: centre.lng - half },
    spreadKm,
    teamRules: 15,
  });
}
