import { shapeNamed } from '../generate/shapes.ts';
import { loadCpSat, solveByCpSat } from './rivals/cp-sat.ts';
import { solveByHighs } from './rivals/highs.ts';

/** A general solver on the full model of one shape. */
export interface RivalAnswer {
  readonly status: string;
  readonly tiers: readonly { readonly tier: string; readonly objective: number }[];
  readonly solveSeconds: number;
}

const [rival = '', name = '', seed = '1', limit = '60'] = process.argv.slice(2);
const problem = shapeNamed(name).make(Number(seed));
const cpSat = rival === 'cp-sat' ? await loadCpSat() : null;
const began = performance.now();
const asked = cpSat ? solveByCpSat(cpSat, problem, Number(limit)) : solveByHighs(problem, Number(limit));
const { status, tiers } = await asked;
const answer: RivalAnswer = { status, tiers, solveSeconds: (performance.now() - began) / 1000 };
// Its threads would keep the process alive.
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
