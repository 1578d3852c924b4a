import type { MonthModel } from '../model/month-model.ts';

/**
 * Where the columns other than pairs stand in their own arrays: the seats of meeting `m` (1 = empty) from
 * `seatStart[m]`, the steps of specialist `s` (1 = one more visit) from `stepStart[s]`, and the units of a load that is
 * counted in points from `unitStart[s]`.
 */
export interface Layout {
  readonly seatStart: Int32Array;
  readonly stepStart: Int32Array;
  readonly unitStart: Int32Array;
  readonly seats: number;
  readonly steps: number;
  readonly units: number;
}

export function layoutOf({ meetings, specialists, pairs, points }: MonthModel): Layout {
  const seatStart = starts(meetings.map(({ maxObservers }) => maxObservers));
  const stepStart = starts(
    specialists.map(({ minVisits, maxVisits }, s) => {
      const eligible = (pairs.startOfSpecialist[s + 1] ?? 0) - (pairs.startOfSpecialist[s] ?? 0);
      return Math.max(Math.min(maxVisits, eligible), minVisits);
    }),
  );
  const unitStart = starts(specialists.map((_, s) => points?.most[s] ?? 0));
  const [seats, steps, units] = [seatStart, stepStart, unitStart].map((at) => at.at(-1) ?? 0);
  return { seatStart, stepStart, unitStart, seats: seats ?? 0, steps: steps ?? 0, units: units ?? 0 };
}

function starts(sizes: readonly number[]): Int32Array {
  const at = new Int32Array(sizes.length + 1);
  sizes.forEach((size, i) => (at[i + 1] = (at[i] ?? 0) + size));
  return at;
}
