import { at } from './dense-cholesky.ts';
import type { Elimination, Pattern } from './elimination.ts';

/** Where each pair of a pattern stands in the factor's columns; made once for all matrices of the pattern. */
export interface FactorPlan extends Elimination {
  /** Entry `e` of the pattern is `rows[place[e]]` of its column. */
  readonly place: Int32Array;
  /** The entries of column `j` are `entries[entryStart[j]] … entries[entryStart[j + 1] − 1]`. */
  readonly entryStart: Int32Array;
  readonly entries: Int32Array;
}

export function factorPlan(pattern: Pattern, elimination: Elimination): FactorPlan {
  const { start, rows, position } = elimination;
  const count = pattern.rows.length;
  const columnOf = new Int32Array(count);
  const place = new Int32Array(count);
  const entryStart = new Int32Array(pattern.size + 1);
  for (let e = 0; e < count; e += 1) {
    const [a, b] = [at(position, at(pattern.rows, e)), at(position, at(pattern.columns, e))];
    const column = Math.min(a, b);
    columnOf[e] = column;
    place[e] = search(rows, at(start, column), at(start, column + 1), Math.max(a, b));
    entryStart[column + 1] = at(entryStart, column + 1) + 1;
  }
  for (let j = 0; j < pattern.size; j += 1) entryStart[j + 1] = at(entryStart, j + 1) + at(entryStart, j);
  const entries = new Int32Array(count);
  const next = Int32Array.from(entryStart);
  for (let e = 0; e < count; e += 1) {
    const column = at(columnOf, e);
    entries[at(next, column)] = e;
    next[column] = at(next, column) + 1;
  }
  return { ...elimination, place, entryStart, entries };
}

function search(rows: Int32Array, from: number, to: number, row: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(rows, middle) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The factor `L` of a sparse symmetric positive definite matrix `A = L · Lᵀ`, column by column (left-looking). */
export class SparseCholesky {
  private readonly root: Float64Array;
  private readonly below: Float64Array;

  /**
   * @param diagonal of the matrix, by unknown
   * @param pairs its other entries, in the order of the pattern
   * @throws RangeError where it is not positive definite
   */
  constructor(
    private readonly plan: FactorPlan,
    diagonal: Float64Array,
    pairs: Float64Array,
  ) {
    const { order, start, rows, place, entryStart, entries } = plan;
    const n = order.length;
    this.root = new Float64Array(n);
    this.below = new Float64Array(rows.length);
    const { root, below } = this;
    const work = new Float64Array(n);
    /** Columns whose next row is `j`, as a linked list; and where each of them stands. */
    const firstOf = new Int32Array(n).fill(-1);
    const nextOf = new Int32Array(n).fill(-1);
    const cursor = new Int32Array(n);
    const wait = (column: number): void => {
      const here = at(cursor, column);
      if (here >= at(start, column + 1)) return;
      const row = at(rows, here);
      nextOf[column] = at(firstOf, row);
      firstOf[row] = column;
    };
    for (let j = 0; j < n; j += 1) {
      let pivot = at(diagonal, at(order, j));
      for (let i = at(entryStart, j); i < at(entryStart, j + 1); i += 1) {
        const e = at(entries, i);
        const row = at(rows, at(place, e));
        work[row] = at(work, row) + at(pairs, e);
      }
      for (let k = at(firstOf, j); k >= 0;) {
        const after = at(nextOf, k);
        const from = at(cursor, k);
        const factor = at(below, from);
        pivot -= factor * factor;
        const to = at(start, k + 1);
        for (let q = from + 1; q < to; q += 1) {
          const row = at(rows, q);
          work[row] = at(work, row) - factor * at(below, q);
        }
        cursor[k] = from + 1;
        wait(k);
        k = after;
      }
      if (!(pivot > 0)) throw new RangeError(`pivot ${j} of ${n} is ${pivot}`);
      const r = Math.sqrt(pivot);
      root[j] = r;
      for (let q = at(start, j); q < at(start, j + 1); q += 1) {
        const row = at(rows, q);
        below[q] = at(work, row) / r;
        work[row] = 0;
      }
      cursor[j] = at(start, j);
      wait(j);
    }
  }

  get logDeterminant(): number {
    let sum = 0;
    for (const r of this.root) sum += 2 * Math.log(r);
    return sum;
  }

  solve(right: Float64Array): Float64Array {
    const { order, start, rows } = this.plan;
    const { root, below } = this;
    const n = order.length;
    const x = new Float64Array(n);
    for (let j = 0; j < n; j += 1) x[j] = at(right, at(order, j));
    for (let j = 0; j < n; j += 1) {
      const value = at(x, j) / at(root, j);
      x[j] = value;
      if (value === 0) continue;
      for (let q = at(start, j); q < at(start, j + 1); q += 1) {
        const row = at(rows, q);
        x[row] = at(x, row) - value * at(below, q);
      }
    }
    for (let j = n - 1; j >= 0; j -= 1) {
      let sum = at(x, j);
      for (let q = at(start, j); q < at(start, j + 1); q += 1) sum -= at(below, q) * at(x, at(rows, q));
      x[j] = sum / at(root, j);
    }
    const solution = new Float64Array(n);
    for (let j = 0; j < n; j += 1) solution[at(order, j)] = at(x, j);
    return solution;
  }

  /**
   * `xᵀ · A⁻¹ · x` of a vector that is 0 but for a few unknowns: only the columns that follow from these in the tree of
   * elimination are visited, which are few where the unknowns fall into many parts.
   * @param entries of the vector, by unknown
   */
  quadraticForm(entries: ReadonlyMap<number, number>): number {
    const { position, start, rows } = this.plan;
    const { root, below } = this;
    const columns = new Map<number, number>();
    for (const [unknown, value] of entries) {
      const own = at(position, unknown);
      columns.set(own, value);
      // The first row below the diagonal is the next column that this one changes.
      for (let j = own; at(start, j) < at(start, j + 1);) {
        j = at(rows, at(start, j));
        if (columns.has(j)) break;
        columns.set(j, 0);
      }
    }
    let sum = 0;
    for (const j of [...columns.keys()].sort((a, b) => a - b)) {
      const value = (columns.get(j) ?? 0) / at(root, j);
      sum += value * value;
      for (let q = at(start, j); q < at(start, j + 1); q += 1) {
        const row = at(rows, q);
        columns.set(row, (columns.get(row) ?? 0) - value * at(below, q));
      }
    }
    return sum;
  }

  /**
   * The inverse at the diagonal and at the pairs of the pattern, without the rest of it (Takahashi, Fagan and Chin
   * 1973): from the last unknown to the first, each column follows from those after it.
   */
  inverse(): { readonly diagonal: Float64Array; readonly pairs: Float64Array } {
    const { order, start, rows, place } = this.plan;
    const { root, below } = this;
    const n = order.length;
    const onDiagonal = new Float64Array(n);
    const off = new Float64Array(rows.length);
    const placeOf = new Int32Array(n).fill(-1);
    for (let j = n - 1; j >= 0; j -= 1) {
      const [from, to] = [at(start, j), at(start, j + 1)];
      const r = at(root, j);
      for (let q = from; q < to; q += 1) placeOf[at(rows, q)] = q;
      for (let q = from; q < to; q += 1) {
        const k = at(rows, q);
        const lk = at(below, q);
        let sum = at(onDiagonal, k) * lk;
        for (let p = at(start, k); p < at(start, k + 1); p += 1) {
          const other = at(placeOf, at(rows, p));
          if (other < 0) continue;
          const z = at(off, p);
          sum += z * at(below, other);
          off[other] = at(off, other) - (z * lk) / r;
        }
        off[q] = at(off, q) - sum / r;
      }
      let sum = 0;
      for (let q = from; q < to; q += 1) {
        sum += at(below, q) * at(off, q);
        placeOf[at(rows, q)] = -1;
      }
      onDiagonal[j] = (1 / r - sum) / r;
    }
    const diagonal = new Float64Array(n);
    for (let j = 0; j < n; j += 1) diagonal[at(order, j)] = at(onDiagonal, j);
    return { diagonal, pairs: Float64Array.from(place, (q) => at(off, q)) };
  }
}
