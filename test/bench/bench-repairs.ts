import { generateMonth } from '../generate/month.ts';
import { randomFrom } from '../../src/kernel/random.ts';
import { repairs, solve } from '../../src/solver/index.ts';

const ROUNDS = 30;

export interface RepairsReport {
  readonly specialists: number;
  readonly meetings: number;
  readonly rounds: number;
  /** Milliseconds of solving the month once, with the engine warm. */
  readonly solveMs: number;
  readonly ms: { readonly p50: number; readonly p95: number };
  /** How long three repairs take beside solving the month once, in the same run. */
  readonly shareOfASolve: { readonly p50: number; readonly p95: number };
  /** How often three were found. */
  readonly threeFound: number;
}

/** Three repairs of a declined visit in a month of 60 people and 400 meetings. */
export async function benchRepairs(): Promise<RepairsReport> {
  const month = generateMonth({ seed: 5, specialists: 60, meetings: 400, calendar: 'lived' });
  await solve(month);
  const began = performance.now();
  const plan = await solve(month);
  const solveMs = performance.now() - began;
  const known = { assignments: plan.assignments.map((one) => ({ ...one, accepted: true })) };
  const random = randomFrom(1);
  const times: number[] = [];
  let threeFound = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { specialistId, meetingId } = plan.assignments[random.below(plan.assignments.length)] ?? {
      specialistId: '',
      meetingId: '',
    };
    const start = performance.now();
    const { found } = await repairs(month, known, [{ kind: 'declined', specialistId, meetingId }]);
    times.push(performance.now() - start);
    if (found.length === 3) threeFound += 1;
  }
  const ms = { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
  return {
    specialists: 60,
    meetings: 400,
    rounds: ROUNDS,
    solveMs: Math.round(solveMs),
    ms,
    shareOfASolve: { p50: ratio(ms.p50, solveMs), p95: ratio(ms.p95, solveMs) },
    threeFound,
  };
}

function quantile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0);
}

function ratio(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 1000;
}
