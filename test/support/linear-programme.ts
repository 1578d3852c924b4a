import highsLoader, { type Highs, type InitOptions } from 'highs';

// The package's types describe its CommonJS build; importing it as an ES module yields the loader function itself.
const load = highsLoader as unknown as (options: InitOptions) => Promise<Highs>;
let runtime: Promise<Highs> | null = null;

export interface LinearProgramme {
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly LinearRow[];
}

export interface LinearRow {
  readonly lower: number;
  readonly upper: number;
  /** Coefficient by column. */
  readonly terms: ReadonlyMap<number, number>;
}

/** The least objective by HiGHS, rounded to a whole number; null where nothing is feasible. */
export async function leastByHighs({ costs, lower, upper, rows }: LinearProgramme): Promise<number | null> {
  runtime ??= load({ print: () => undefined, printErr: () => undefined });
  const highs = await runtime;
  const indices = rows.flatMap(({ terms }) => [...terms.keys()]);
  const starts = [0];
  for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.size);
  return highs.withModel(
    {
      numCols: costs.length,
      numRows: rows.length,
      colCost: Float64Array.from(costs),
      colLower: Float64Array.from(lower),
      colUpper: Float64Array.from(upper),
      rowLower: Float64Array.from(rows, (row) => row.lower),
      rowUpper: Float64Array.from(rows, (row) => row.upper),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: costs.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(rows.flatMap(({ terms }) => [...terms.values()])),
      },
    },
    (model) => {
      model.options.set({ output_flag: false });
      const { optimal, infeasible } = highs.constants.modelStatus;
      const status = model.run().modelStatus;
      if (status === infeasible) return null;
      if (status !== optimal) throw new Error(`HiGHS ended with ${String(status)}`);
      return Math.round(model.getObjectiveValue());
    },
  );
}
