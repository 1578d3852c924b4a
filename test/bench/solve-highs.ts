import { shapeNamed } from '../../src/solver/generate/shapes.ts';
import { solveFullModel } from './rivals/solve-full-model.ts';

/** HiGHS on the full model of one shape. */
export interface HighsAnswer {
  readonly status: string;
  readonly tiers: readonly { readonly tier: string; readonly objective: number }[];
  readonly solveSeconds: number;
}

const [name = '', seed = '1', limit = '60'] = process.argv.slice(2);
const problem = shapeNamed(name).make(Number(seed));
const began = performance.now();
const { status, tiers } = await solveFullModel(problem, Number(limit));
const answer: HighsAnswer = { status, tiers, solveSeconds: (performance.now() - began) / 1000 };
process.stdout.write(`${JSON.stringify(answer)}\n`);
