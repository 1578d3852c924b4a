import { at, dot } from './dense-cholesky.ts';
import type { Pattern } from './elimination.ts';

const MOST_STEPS = 2000;

/**
 * The solution of a symmetric positive definite system by conjugate gradients, scaled by the diagonal.
 * @param precision the length of what is left over, relative to that of the right side
 */
export function conjugateGradient(
  { rows, columns }: Pattern,
  diagonal: Float64Array,
  pairs: Float64Array,
  right: Float64Array,
  precision: number,
  guess?: Float64Array,
): Float64Array {
  const n = diagonal.length;
  const x = guess === undefined ? new Float64Array(n) : guess.slice();
  const image = new Float64Array(n);
  const multiply = (vector: Float64Array): void => {
    for (let i = 0; i < n; i += 1) image[i] = at(diagonal, i) * at(vector, i);
    for (let e = 0; e < rows.length; e += 1) {
      const [i, j, value] = [at(rows, e), at(columns, e), at(pairs, e)];
      image[i] = at(image, i) + value * at(vector, j);
      image[j] = at(image, j) + value * at(vector, i);
    }
  };
  const rest = right.slice();
  if (guess !== undefined) {
    multiply(x);
    for (let i = 0; i < n; i += 1) rest[i] = at(rest, i) - at(image, i);
  }
  const scaled = new Float64Array(n);
  for (let i = 0; i < n; i += 1) scaled[i] = at(rest, i) / at(diagonal, i);
  const direction = scaled.slice();
  const enough = precision ** 2 * dot(right, right);
  let product = dot(rest, scaled);
  for (let step = 0; step < MOST_STEPS && dot(rest, rest) > enough; step += 1) {
    multiply(direction);
    const length = product / dot(direction, image);
    for (let i = 0; i < n; i += 1) {
      x[i] = at(x, i) + length * at(direction, i);
      rest[i] = at(rest, i) - length * at(image, i);
      scaled[i] = at(rest, i) / at(diagonal, i);
    }
    const following = dot(rest, scaled);
    const turn = following / product;
    product = following;
    for (let i = 0; i < n; i += 1) direction[i] = at(scaled, i) + turn * at(direction, i);
  }
  return x;
}
