import { SEED } from './seed.ts';

/** How many random months a spec of the engine tries: few in the gate, hundreds in the drill `engine`. */
const GIVEN = process.env['SOLVER_RUNS'];

export function solverRuns(inTheGate: number): number {
  return GIVEN === undefined ? inTheGate : Number(GIVEN);
}

/** All of the cases in the drill; in the gate every so many of them, from a place that depends on the seed of the run. */
export function sampled<T>(cases: Iterable<T>, every: number): T[] {
  const all = [...cases];
  return GIVEN === undefined ? all.filter((_, i) => i % every === SEED % every) : all;
}
