import type { Place } from '../../src/solver/problem.ts';
import type { Random } from '../../src/kernel/random.ts';

/** Kilometres per degree of latitude. */
const KM_PER_DEGREE = 111.195;

/**
 * The area in which branches and people are: square towns with sides of `spreadKm`, on a grid with steps of `townKm`.
 */
export interface Ground {
  readonly centre: Place;
  readonly towns: number;
  readonly townKm: number;
  readonly spreadKm: number;
}

/** The town of the branch or person at this position; all towns get equally many. */
export function townOf({ towns }: Ground, index: number): number {
  return index % towns;
}

export function placeIn({ centre, towns, townKm, spreadKm }: Ground, town: number, random: Random): Place {
  const columns = Math.ceil(Math.sqrt(towns));
  const step = townKm / KM_PER_DEGREE;
  const [down, right] = [Math.floor(town / columns), town % columns];
  return {
    lat: centre.lat + down * step + random.below(10_000) * (spreadKm / KM_PER_DEGREE / 10_000),
    lng: centre.lng + right * step + random.below(10_000) * (spreadKm / KM_PER_DEGREE / 10_000),
  };
}
