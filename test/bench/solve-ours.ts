import { solve, verify } from '../../src/solver/index.ts';
import { shapeNamed } from '../generate/shapes.ts';

/** Our engine on one shape: the first solve of a process, and for small months a second one with warm code. */
export interface OurAnswer {
  readonly pairs: number;
  readonly status: string;
  readonly proof: string | null;
  readonly tiers: readonly { readonly tier: string; readonly objective: number; readonly bound: number | null }[];
  readonly verified: boolean;
  readonly solveSeconds: number;
  readonly warmSeconds: number | null;
  readonly verifySeconds: number;
  readonly certificateKb: number;
  readonly peakMb: number;
}

const [name = '', seed = '1', again = ''] = process.argv.slice(2);
const problem = shapeNamed(name).make(Number(seed));
const seconds = (since: number): number => (performance.now() - since) / 1000;

let began = performance.now();
const plan = await solve(problem, { timeLimitMs: 600_000 });
const solveSeconds = seconds(began);
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
began = performance.now();
const verdict = verify(problem, plan);
const verifySeconds = seconds(began);
let warmSeconds: number | null = null;
for (let run = 0; run < Number(again); run += 1) {
  began = performance.now();
  await solve(structuredClone(problem));
  warmSeconds = Math.min(warmSeconds ?? Infinity, seconds(began));
}
const answer: OurAnswer = {
  pairs: plan.effort.pairs,
  status: plan.status,
  proof: plan.proof?.kind ?? null,
  tiers: plan.tiers.map(({ tier, objective, bound }) => ({ tier, objective, bound })),
  verified: verdict.ok && verdict.proven === plan.status,
  solveSeconds,
  warmSeconds,
  verifySeconds,
  certificateKb: Math.round(JSON.stringify(plan.certificate).length / 1024),
  peakMb,
};
process.stdout.write(`${JSON.stringify(answer)}\n`);
