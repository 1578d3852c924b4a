import highsLoader, { type Highs, type InitOptions, type ModelData } from 'highs';
import type { Program, Row } from './program.ts';

// The package's types describe its CommonJS build; what an ES module imports is the loader itself.
const loadHighs = highsLoader as unknown as (options: InitOptions) => Promise<Highs>;

let runtime: Promise<Highs> | null = null;

/** One WASM instance per thread. */
export function highs(): Promise<Highs> {
  runtime ??= loadHighs({ print: () => undefined, printErr: () => undefined });
  return runtime;
}

/** After a fault inside it an instance is not to be trusted again; the next call loads a fresh one. */
export function discardHighs(): void {
  runtime = null;
}

/** The programme in the form that HiGHS takes, with one objective and the rows that earlier tiers add. */
export function modelData(program: Program, costs: Float64Array, extra: readonly Row[]): ModelData {
  const rows = [...program.rows, ...extra];
  const entries = rows.reduce((count, row) => count + row.columns.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(entries);
  const values = new Float64Array(entries);
  let at = 0;
  rows.forEach((row, index) => {
    starts[index] = at;
    row.columns.forEach((column, i) => {
      indices[at] = column;
      values[at] = row.values[i] ?? 0;
      at += 1;
    });
  });
  starts[rows.length] = at;
  return {
    numCols: program.columnCount,
    numRows: rows.length,
    colCost: costs,
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: { format: 'csr', numRows: rows.length, numCols: program.columnCount, starts, indices, values },
  };
}
