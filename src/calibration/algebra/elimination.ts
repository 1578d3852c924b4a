import { at } from './dense-cholesky.ts';

/** Which unknowns meet: the places of a symmetric matrix off its diagonal that may be other than 0. */
export interface Pattern {
  readonly size: number;
  /** Each pair of unknowns once. */
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/** An order of elimination, and the places of the Cholesky factor in that order. */
export interface Elimination {
  /** `order[new] = old`, `position[old] = new`. */
  readonly order: Int32Array;
  readonly position: Int32Array;
  /** Column `j` of the factor has, below its diagonal, the rows `rows[start[j]] … rows[start[j + 1] − 1]`, ascending. */
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Eliminates next whoever meets the fewest others (approximate minimum degree: Amestoy, Davis and Duff 1996, without
 * their merging of equal unknowns). What an eliminated unknown has met is exactly its column of the factor.
 * @param mostOperations multiplications that a factorisation may cost
 * @returns null where it would cost more
 */
export function eliminationOf(pattern: Pattern, mostOperations: number): Elimination | null {
  const n = pattern.size;
  const neighbours = neighboursOf(pattern);
  /** Cliques that eliminated unknowns have left, by unknown; and the members of each. */
  const cliquesOf: number[][] = Array.from({ length: n }, () => []);
  const members: (Int32Array | null)[] = Array.from({ length: n }, () => null);
  const degree = Int32Array.from(neighbours, ({ length }) => length);
  const queue = new DegreeQueue(degree);
  const isDone = new Uint8Array(n);
  const seen = new Int32Array(n).fill(-1);
  const outside = new Int32Array(n);
  const outsideStamp = new Int32Array(n).fill(-1);
  const order = new Int32Array(n);
  const columns: Int32Array[] = [];
  let operations = 0;

  for (let step = 0; step < n; step += 1) {
    const pivot = queue.takeSmallest();
    order[step] = pivot;
    isDone[pivot] = 1;
    seen[pivot] = step;
    const found: number[] = [];
    const meet = (other: number): void => {
      if (isDone[other] === 1 || seen[other] === step) return;
      seen[other] = step;
      found.push(other);
    };
    for (const other of neighbours[pivot] ?? []) meet(other);
    for (const clique of cliquesOf[pivot] ?? []) {
      for (const other of members[clique] ?? []) meet(other);
      members[clique] = null;
    }
    neighbours[pivot] = [];
    const column = Int32Array.from(found);
    columns.push(column);
    members[pivot] = column;
    operations += column.length ** 2;
    if (operations > mostOperations) return null;

    // How many members of each other clique the new one does not have.
    for (const other of column) {
      for (const clique of cliquesOf[other] ?? []) {
        const all = members[clique];
        if (!all) continue;
        if (outsideStamp[clique] !== step) {
          outsideStamp[clique] = step;
          outside[clique] = all.length;
        }
        outside[clique] = at(outside, clique) - 1;
      }
    }
    for (const other of column) {
      const kept = (cliquesOf[other] ?? []).filter((clique) => members[clique] && at(outside, clique) > 0);
      const apart = (neighbours[other] ?? []).filter((one) => isDone[one] === 0 && seen[one] !== step);
      cliquesOf[other] = [...kept, pivot];
      neighbours[other] = apart;
      let bound = apart.length + column.length - 1;
      for (const clique of kept) bound += at(outside, clique);
      queue.change(other, Math.min(bound, n - step - 2));
    }
  }
  return inOrder(n, order, columns);
}

function neighboursOf({ size, rows, columns }: Pattern): number[][] {
  const lists: number[][] = Array.from({ length: size }, () => []);
  for (let e = 0; e < rows.length; e += 1) {
    lists[at(rows, e)]?.push(at(columns, e));
    lists[at(columns, e)]?.push(at(rows, e));
  }
  return lists;
}

function inOrder(n: number, order: Int32Array, columns: readonly Int32Array[]): Elimination {
  const position = new Int32Array(n);
  for (let step = 0; step < n; step += 1) position[at(order, step)] = step;
  const start = new Int32Array(n + 1);
  for (let step = 0; step < n; step += 1) start[step + 1] = at(start, step) + (columns[step]?.length ?? 0);
  const rows = new Int32Array(at(start, n));
  for (let step = 0; step < n; step += 1) {
    const sorted = (columns[step] ?? new Int32Array(0)).map((old) => at(position, old)).sort();
    rows.set(sorted, at(start, step));
  }
  return { order, position, start, rows };
}

/** Unknowns by degree, in lists linked both ways. */
class DegreeQueue {
  private readonly first: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private smallest = 0;

  constructor(private readonly degree: Int32Array) {
    const n = degree.length;
    this.first = new Int32Array(n + 1).fill(-1);
    this.next = new Int32Array(n).fill(-1);
    this.previous = new Int32Array(n).fill(-1);
    for (let one = n - 1; one >= 0; one -= 1) this.add(one);
  }

  takeSmallest(): number {
    while (this.first[this.smallest] === -1) this.smallest += 1;
    const one = at(this.first, this.smallest);
    this.remove(one);
    return one;
  }

  change(one: number, degree: number): void {
    this.remove(one);
    this.degree[one] = degree;
    this.add(one);
    this.smallest = Math.min(this.smallest, degree);
  }

  private add(one: number): void {
    const degree = at(this.degree, one);
    const head = at(this.first, degree);
    this.next[one] = head;
    this.previous[one] = -1;
    if (head >= 0) this.previous[head] = one;
    this.first[degree] = one;
  }

  private remove(one: number): void {
    const [before, after] = [at(this.previous, one), at(this.next, one)];
    if (before >= 0) this.next[before] = after;
    else this.first[at(this.degree, one)] = after;
    if (after >= 0) this.previous[after] = before;
  }
}
