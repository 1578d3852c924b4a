import { SEED } from './seed.ts';

/** How many random months a spec of the engine tries: few in the gate, hundreds in the drill `engine`. */
const GIVEN = process.env['SOLVER_RUNS'];

export function solverRuns(inTheGate: number): number {
  return GIVEN === undefined ? inTheGate : Number(GIVEN);
}

/**
 * All of the cases in the drill; in the gate one of so many neighbours each, drawn from the seed of the run. It is not
 * the same of all neighbours: in a list of objects with four parts that would be the same part each time.
 */
export function sampled<T>(cases: Iterable<T>, every: number): T[] {
  const all = [...cases];
  return GIVEN === undefined ? all.filter((_, i) => i % every === drawn(Math.floor(i / every)) % every) : all;
}

/** Says in a test's name what it tries. */
export const SAMPLE = GIVEN === undefined ? `a sample drawn from SEED=${SEED}` : 'all';

function drawn(group: number): number {
  let mixed = Math.imul(group + 1, 0x9e3779b1) ^ Math.imul(SEED, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
