/**
 * The mixed model by textbook formulas on whole matrices, to compare with: `y = 1·mean + Z·u + e`. Slow, and written
 * without the calibration's own algebra.
 */
export interface DenseModel {
  /** By form: the columns of `Z` that are 1. */
  readonly effects: readonly (readonly number[])[];
  readonly size: number;
  /** By column of `Z`. */
  readonly variances: readonly number[];
  readonly residual: number;
  readonly y: readonly number[];
}

export interface DenseFit {
  readonly mean: number;
  readonly effects: number[];
  /** Joint covariance of the effects' errors, then of the mean's. */
  readonly covariance: number[][];
  readonly logLikelihood: number;
}

export function denseFit({ effects, size, variances, residual, y }: DenseModel): DenseFit {
  const n = y.length;
  const v = y.map((_, i) =>
    y.map((__, j) => {
      const shared = (effects[i] ?? []).filter((column) => effects[j]?.includes(column));
      return shared.reduce((sum, column) => sum + (variances[column] ?? 0), i === j ? residual : 0);
    }),
  );
  const { inverse, logDeterminant } = inverted(v);
  const sum = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
  const information = sum(inverse.map(sum));
  const mean =
    inverse.reduce((total, row) => total + row.reduce((part, value, j) => part + value * (y[j] ?? 0), 0), 0) /
    information;
  const rest = y.map((value) => value - mean);
  const weighted = inverse.map((row) => row.reduce((part, value, j) => part + value * (rest[j] ?? 0), 0));
  const quadratic = weighted.reduce((total, value, i) => total + value * (rest[i] ?? 0), 0);
  // Henderson's equations, with the mean as the last unknown.
  const whole = Array.from({ length: size + 1 }, (_, a) =>
    Array.from({ length: size + 1 }, (__, b) => (a === b && a < size ? 1 / (variances[a] ?? NaN) : 0)),
  );
  effects.forEach((columns) => {
    for (const a of [...columns, size])
      for (const b of [...columns, size]) (whole[a] as number[])[b] = (whole[a]?.[b] ?? 0) + 1 / residual;
  });
  return {
    mean,
    effects: Array.from({ length: size }, (_, column) =>
      weighted.reduce(
        (total, value, i) => total + (effects[i]?.includes(column) === true ? value * (variances[column] ?? 0) : 0),
        0,
      ),
    ),
    covariance: inverted(whole).inverse,
    logLikelihood: -((n - 1) * Math.log(2 * Math.PI) + logDeterminant + Math.log(information) + quadratic) / 2,
  };
}

/** Gauss and Jordan, with the largest pivot of each column. */
export function inverted(matrix: readonly (readonly number[])[]): { inverse: number[][]; logDeterminant: number } {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  let logDeterminant = 0;
  for (let column = 0; column < n; column += 1) {
    let best = column;
    for (let i = column; i < n; i += 1) {
      if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = i;
    }
    const pivotRow = rows[best] as number[];
    rows[best] = rows[column] as number[];
    rows[column] = pivotRow;
    const pivot = pivotRow[column] ?? NaN;
    logDeterminant += Math.log(Math.abs(pivot));
    for (let j = 0; j < 2 * n; j += 1) pivotRow[j] = (pivotRow[j] ?? 0) / pivot;
    rows.forEach((row, i) => {
      if (i === column) return;
      const factor = row[column] ?? 0;
      for (let j = 0; j < 2 * n; j += 1) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    });
  }
  return { inverse: rows.map((row) => row.slice(n)), logDeterminant };
}
