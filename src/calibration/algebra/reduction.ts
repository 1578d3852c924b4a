import { at } from './dense-cholesky.ts';
import type { Pattern } from './elimination.ts';

/** Unknowns with more neighbours are kept: what they leave behind would be dense. */
const MOST_NEIGHBOURS = 12;

/**
 * Which unknowns of a system are eliminated one by one, exactly, before the rest is solved by iteration. Those that
 * are kept come first in the smaller system, in their old order.
 */
export interface ReductionPlan {
  readonly pattern: Pattern;
  /** Old unknowns in the order of elimination. */
  readonly order: Int32Array;
  /** The neighbours of the i-th that are still there: `neighbours[start[i]] … neighbours[start[i + 1] − 1]`, old. */
  readonly start: Int32Array;
  readonly neighbours: Int32Array;
  /** The entry that joins each neighbour to the eliminated one; those beyond the old pattern are new ones. */
  readonly entries: Int32Array;
  /** For each pair of neighbours, in their order, the entry that elimination adds to. */
  readonly pairStart: Int32Array;
  readonly pairs: Int32Array;
  readonly entryCount: number;
  /** The smaller system: its unknowns and entries by their old positions. */
  readonly kept: Int32Array;
  readonly keptEntries: Int32Array;
  readonly keptPattern: Pattern;
}

/** @param candidates unknowns that may be eliminated, in this order */
export function reductionPlan(pattern: Pattern, candidates: readonly number[]): ReductionPlan {
  const { size } = pattern;
  const rows = [...pattern.rows];
  const columns = [...pattern.columns];
  /** By unknown: its neighbours with the entry that joins them. */
  const joined: Map<number, number>[] = Array.from({ length: size }, () => new Map<number, number>());
  const join = (a: number, b: number, entry: number): void => {
    joined[a]?.set(b, entry);
    joined[b]?.set(a, entry);
  };
  rows.forEach((row, entry) => join(row, columns[entry] ?? 0, entry));
  const order: number[] = [];
  const [start, neighbours, entries] = [[0], [] as number[], [] as number[]];
  const [pairStart, pairs] = [[0], [] as number[]];
  const isGone = new Uint8Array(size);
  for (const unknown of candidates) {
    const around = [...(joined[unknown] ?? [])];
    if (around.length > MOST_NEIGHBOURS) continue;
    order.push(unknown);
    isGone[unknown] = 1;
    around.forEach(([other, entry], i) => {
      joined[other]?.delete(unknown);
      neighbours.push(other);
      entries.push(entry);
      for (const [earlier] of around.slice(0, i)) {
        const known = joined[other]?.get(earlier);
        const pair = known ?? rows.length;
        if (known === undefined) {
          rows.push(other);
          columns.push(earlier);
          join(other, earlier, pair);
        }
        pairs.push(pair);
      }
    });
    start.push(neighbours.length);
    pairStart.push(pairs.length);
  }
  const kept = Int32Array.from(isGone.keys()).filter((unknown) => isGone[unknown] === 0);
  const newOf = new Int32Array(size).fill(-1);
  kept.forEach((unknown, i) => (newOf[unknown] = i));
  const keptEntries = Int32Array.from(rows.keys()).filter(
    (entry) => at(newOf, rows[entry] ?? 0) >= 0 && at(newOf, columns[entry] ?? 0) >= 0,
  );
  return {
    pattern,
    order: Int32Array.from(order),
    start: Int32Array.from(start),
    neighbours: Int32Array.from(neighbours),
    entries: Int32Array.from(entries),
    pairStart: Int32Array.from(pairStart),
    pairs: Int32Array.from(pairs),
    entryCount: rows.length,
    kept,
    keptEntries,
    keptPattern: {
      size: kept.length,
      rows: keptEntries.map((entry) => at(newOf, rows[entry] ?? 0)),
      columns: keptEntries.map((entry) => at(newOf, columns[entry] ?? 0)),
    },
  };
}

/** What is left of a system once the unknowns of the plan are eliminated, and the way back. */
export class Reduction {
  readonly diagonal: Float64Array;
  readonly pairs: Float64Array;
  /** Of all unknowns; of the eliminated ones what they had when their turn came. */
  private readonly whole: Float64Array;
  private readonly entries: Float64Array;

  constructor(
    private readonly plan: ReductionPlan,
    diagonal: Float64Array,
    pairs: Float64Array,
  ) {
    const { order, start, neighbours, entries, pairStart, pairs: targets, entryCount, kept, keptEntries } = plan;
    this.whole = diagonal.slice();
    this.entries = new Float64Array(entryCount);
    this.entries.set(pairs);
    for (let i = 0; i < order.length; i += 1) {
      const pivot = at(this.whole, at(order, i));
      let pair = at(pairStart, i);
      for (let a = at(start, i); a < at(start, i + 1); a += 1) {
        const value = at(this.entries, at(entries, a));
        const share = value / pivot;
        const other = at(neighbours, a);
        this.whole[other] = at(this.whole, other) - share * value;
        for (let b = at(start, i); b < a; b += 1) {
          const target = at(targets, pair);
          this.entries[target] = at(this.entries, target) - share * at(this.entries, at(entries, b));
          pair += 1;
        }
      }
    }
    this.diagonal = Float64Array.from(kept, (unknown) => at(this.whole, unknown));
    this.pairs = Float64Array.from(keptEntries, (entry) => at(this.entries, entry));
  }

  /** The right side of the smaller system. @param right of the whole one; it is changed, and wanted by `expand` */
  reduce(right: Float64Array): Float64Array {
    const { order, start, neighbours, entries, kept } = this.plan;
    for (let i = 0; i < order.length; i += 1) {
      const unknown = at(order, i);
      const share = at(right, unknown) / at(this.whole, unknown);
      if (share === 0) continue;
      for (let a = at(start, i); a < at(start, i + 1); a += 1) {
        const other = at(neighbours, a);
        right[other] = at(right, other) - share * at(this.entries, at(entries, a));
      }
    }
    return Float64Array.from(kept, (unknown) => at(right, unknown));
  }

  /** All unknowns. @param right as `reduce` has left it; becomes the solution */
  expand(solved: Float64Array, right: Float64Array): Float64Array {
    const { order, start, neighbours, entries, kept } = this.plan;
    kept.forEach((unknown, i) => (right[unknown] = at(solved, i)));
    for (let i = order.length - 1; i >= 0; i -= 1) {
      const unknown = at(order, i);
      let sum = at(right, unknown);
      for (let a = at(start, i); a < at(start, i + 1); a += 1) {
        sum -= at(this.entries, at(entries, a)) * at(right, at(neighbours, a));
      }
      right[unknown] = sum / at(this.whole, unknown);
    }
    return right;
  }
}
