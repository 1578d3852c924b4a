import { generatePlacement } from '../generate/placement.ts';
import { solvePlacement, verifyPlacement } from '../../src/solver/index.ts';

/** A placement round of 223 people and 73 branches: the first solve of a process, and the median of further ones. */
export interface PlacementAnswer {
  readonly objective: readonly number[];
  readonly verified: boolean;
  readonly coldMs: number;
  readonly warmMs: number;
}

const RUNS = 60;
const times: number[] = [];
let objective: readonly number[] = [];
let verified = true;
for (let seed = 1; seed <= RUNS; seed += 1) {
  const problem = generatePlacement({ seed });
  const began = performance.now();
  const plan = solvePlacement(problem);
  times.push(performance.now() - began);
  verified &&= verifyPlacement(problem, plan).proven === 'optimal';
  if (plan.status === 'optimal') objective = plan.tiers.map((tier) => tier.objective);
}
const [coldMs = 0, ...warm] = times;
const warmMs = warm.slice(warm.length / 2).sort((a, b) => a - b)[Math.floor(warm.length / 4)] ?? 0;
const answer: PlacementAnswer = { objective, verified, coldMs, warmMs };
process.stdout.write(`${JSON.stringify(answer)}\n`);
