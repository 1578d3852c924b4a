import highsLoader, { type Highs, type InitOptions } from 'highs';
import type { PlanProblem } from '../../../src/solver/problem.ts';
import type { FullModel, FullRow } from './full-model.ts';
import { type FullAnswer, tierByTier } from './tier-by-tier.ts';

// The package's types describe its CommonJS build; importing it as an ES module yields the loader function itself.
const load = highsLoader as unknown as (options: InitOptions) => Promise<Highs>;
let runtime: Promise<Highs> | null = null;

/** HiGHS on the full model. */
export async function solveByHighs(problem: PlanProblem, seconds = 60): Promise<FullAnswer> {
  runtime ??= load({ print: () => undefined, printErr: () => undefined });
  const highs = await runtime;
  return tierByTier(
    problem,
    (model, costs, held, left) => Promise.resolve(minimised(highs, model, costs, held, left)),
    seconds,
  );
}

function minimised(
  highs: Highs,
  { columns, whole, lower, upper, rows }: FullModel,
  costs: ReadonlyMap<number, number>,
  held: readonly FullRow[],
  seconds: number,
): Float64Array | 'infeasible' | null {
  // HiGHS accepts no programme without a column.
  const size = Math.max(1, columns);
  const all = [...rows, ...held];
  const colCost = new Float64Array(size);
  costs.forEach((cost, column) => (colCost[column] = cost));
  const integrality = new Int32Array(size);
  for (const column of whole) integrality[column] = 1;
  const starts = [0];
  for (const { terms } of all) starts.push((starts.at(-1) ?? 0) + terms.length);
  const bounds = (ends: readonly number[]): Float64Array => Float64Array.from({ length: size }, (_, c) => ends[c] ?? 0);
  return highs.withModel(
    {
      numCols: size,
      numRows: all.length,
      colCost,
      colLower: bounds(lower),
      colUpper: bounds(upper),
      rowLower: Float64Array.from(all, (row) => row.lower),
      rowUpper: Float64Array.from(all, (row) => row.upper),
      integrality,
      matrix: {
        format: 'csr',
        numRows: all.length,
        numCols: size,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(all.flatMap(({ terms }) => terms.map(([column]) => column))),
        values: Float64Array.from(all.flatMap(({ terms }) => terms.map(([, value]) => value))),
      },
    },
    (lp) => {
      lp.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 0.45, time_limit: seconds });
      const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
      const isInfeasible = (status: number): boolean => status === infeasible || status === unboundedOrInfeasible;
      let status = lp.run().modelStatus;
      if (isInfeasible(status)) {
        // With presolve HiGHS occasionally calls a feasible month infeasible.
        lp.options.set({ presolve: 'off' });
        lp.clearSolver();
        status = lp.run().modelStatus;
      }
      if (isInfeasible(status)) return 'infeasible';
      return status === optimal ? lp.getSolution().colValue : null;
    },
  );
}
