import type { Highs } from 'highs';
import type { Program, Row } from '../engine/program.ts';
import type { Box } from './integer-bound.ts';

/**
 * Prices that show why a box holds no plan, for when the simplex method gives no ray: the duals of the programme in
 * which every row may be broken at a price of one. Null where it can be kept after all.
 */
export function infeasibilityPrices(
  highs: Highs,
  program: Program,
  rows: readonly Row[],
  box: Box,
): Float64Array | null {
  const starts: number[] = [];
  const indices: number[] = [];
  const values: number[] = [];
  let columns = program.columnCount;
  for (const row of rows) {
    starts.push(indices.length);
    indices.push(...row.columns);
    values.push(...row.values);
    if (row.lower > -Infinity) {
      indices.push(columns++);
      values.push(1);
    }
    if (row.upper < Infinity) {
      indices.push(columns++);
      values.push(-1);
    }
  }
  starts.push(indices.length);
  const slacks = columns - program.columnCount;
  const filled = (base: Float64Array, value: number): Float64Array =>
    Float64Array.from({ length: columns }, (_, c) => base[c] ?? value);
  return highs.withModel(
    {
      numCols: columns,
      numRows: rows.length,
      colCost: filled(new Float64Array(program.columnCount), 1),
      colLower: filled(box.lower, 0),
      colUpper: filled(box.upper, Infinity),
      rowLower: Float64Array.from(rows, (row) => row.lower),
      rowUpper: Float64Array.from(rows, (row) => row.upper),
      matrix: { format: 'csr', numRows: rows.length, numCols: columns, starts, indices, values },
    },
    (model) => {
      model.options.set({ output_flag: false, random_seed: 0 });
      const { modelStatus } = model.run();
      const broken = model.getObjectiveValue() > 1e-6;
      return modelStatus === highs.constants.modelStatus.optimal && broken && slacks > 0
        ? model.getSolution().rowDual
        : null;
    },
  );
}
