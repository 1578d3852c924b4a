import { at } from '../algebra/dense-cholesky.ts';
import type { Ratings, Scale } from '../ratings.ts';

/**
 * The steps from each level to the next, as parameters of ease: what a step adds to the logarithm of the odds of the
 * higher level. Rating-scale: the ease of its criterion plus that of the step, the first step's being 0.
 */
export interface Steps {
  /** The number of parameters. */
  readonly size: number;
  readonly criteria: number;
  /** Criterion `k` has its steps from `start[k]` to before `start[k + 1]`. */
  readonly start: Int32Array;
  /** The parameters of each step; −1 for none. */
  readonly first: Int32Array;
  readonly second: Int32Array;
}

export function stepsOf({ criteria }: Pick<Ratings, 'criteria'>, scale: Scale): Steps {
  const counts = criteria.map(({ values }) => values.length - 1);
  const start = new Int32Array(counts.length + 1);
  counts.forEach((count, k) => (start[k + 1] = at(start, k) + count));
  const all = at(start, counts.length);
  if (scale === 'partial_credit') {
    const first = Int32Array.from({ length: all }, (_, i) => i);
    return { size: all, criteria: counts.length, start, first, second: new Int32Array(all).fill(-1) };
  }
  const first = Int32Array.from(counts.flatMap((count, k) => Array.from({ length: count }, () => k)));
  const second = Int32Array.from(
    counts.flatMap((count) => Array.from({ length: count }, (_, l) => (l === 0 ? -1 : counts.length + l - 1))),
  );
  return { size: counts.length + Math.max(0, ...counts) - 1, criteria: counts.length, start, first, second };
}

/** The ease of each step. */
export function easeOf({ first, second }: Steps, parameters: Float64Array): Float64Array {
  return Float64Array.from(first, (one, i) => {
    const other = at(second, i);
    return at(parameters, one) + (other < 0 ? 0 : at(parameters, other));
  });
}
