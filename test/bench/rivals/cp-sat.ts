import { tierByTier, type FullAnswer, type Minimise } from './tier-by-tier.ts';
import type { PlanProblem } from '../../../src/solver/problem.ts';

/**
 * The part of `or-tools-wasm` that is used; the package has 318 MB and is installed by hand: `npm i --no-save
 * or-tools-wasm`.
 */
interface CpSat {
  readonly CpModel: new (proto: object) => object;
  readonly CpSolver: new () => {
    solve(model: object, parameters: object): Promise<string>;
    response(): { readonly solution: readonly number[] } | null;
  };
}

const PACKAGE = 'or-tools-wasm/cp-sat';
/** A bound within CP-SAT's integers, far above any sum of a month. */
const LIMIT = 2 ** 50;
const WORKERS = 2;

export function hasCpSat(): boolean {
  try {
    return import.meta.resolve(PACKAGE) !== '';
  } catch {
    return false;
  }
}

export async function loadCpSat(): Promise<CpSat> {
  return (await import(PACKAGE)) as CpSat;
}

/**
 * CP-SAT of OR-Tools on the full model, with all columns integer, which is valid because loads and seats follow from
 * decisions.
 */
export function solveByCpSat(cpSat: CpSat, problem: PlanProblem, seconds = 60): Promise<FullAnswer> {
  const finite = (bound: number): number => Math.max(-LIMIT, Math.min(LIMIT, bound));
  // Each tier starts with the solution of the one before, which helps CP-SAT.
  let known: readonly number[] = [];
  const minimise: Minimise = async ({ lower, upper, rows }, costs, held, left) => {
    const model = new cpSat.CpModel({
      variables: lower.map((low, column) => ({ domain: [finite(low), finite(upper[column] ?? 0)] })),
      constraints: [...rows, ...held].map((row) => ({
        linear: {
          vars: row.terms.map(([column]) => column),
          coeffs: row.terms.map(([, value]) => value),
          domain: [finite(row.lower), finite(row.upper)],
        },
      })),
      objective: { vars: [...costs.keys()], coeffs: [...costs.values()] },
      solutionHint: { vars: known.map((_, column) => column), values: known },
    });
    const solver = new cpSat.CpSolver();
    const status = await solver.solve(model, { numWorkers: WORKERS, maxTimeInSeconds: left, randomSeed: 0 });
    if (status === 'INFEASIBLE') return 'infeasible';
    if (status !== 'OPTIMAL') return null;
    known = solver.response()?.solution ?? [];
    return known;
  };
  return tierByTier(problem, minimise, seconds);
}
