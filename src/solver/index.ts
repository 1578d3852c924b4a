export * from './problem.ts';
export * from './plan.ts';
export { ENGINE, solve } from './engine/solve.ts';
export { readProblem } from './read-problem.ts';
export { solveInWorker } from './solve-in-worker.ts';
export { inputHash } from './model/canonical.ts';
export { coverageValue } from './model/coverage-value.ts';
export type { StopSignal } from './engine/stop.ts';
