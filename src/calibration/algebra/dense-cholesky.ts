/**
 * The Cholesky factor of a small symmetric positive definite matrix, row by row. Infinite pivots are not guarded
 * against; a pivot that is not positive is an error of the caller.
 */
export class DenseCholesky {
  private readonly factor: Float64Array;

  /** @param matrix `size` × `size` numbers, row by row; the upper triangle is not read @throws RangeError where it is not positive definite */
  constructor(
    matrix: Float64Array,
    readonly size: number,
  ) {
    const l = matrix.slice();
    for (let j = 0; j < size; j += 1) {
      for (let k = 0; k < j; k += 1) {
        const ljk = at(l, j * size + k);
        for (let i = j; i < size; i += 1) l[i * size + j] = at(l, i * size + j) - at(l, i * size + k) * ljk;
      }
      const pivot = at(l, j * size + j);
      if (!(pivot > 0)) throw new RangeError(`pivot ${j} of ${size} is ${pivot}`);
      const root = Math.sqrt(pivot);
      for (let i = j; i < size; i += 1) l[i * size + j] = at(l, i * size + j) / root;
    }
    this.factor = l;
  }

  get logDeterminant(): number {
    let sum = 0;
    for (let j = 0; j < this.size; j += 1) sum += 2 * Math.log(at(this.factor, j * this.size + j));
    return sum;
  }

  /** The solution of `matrix · x = right`. */
  solve(right: Float64Array): Float64Array {
    return this.backSolve(this.halfSolve(right));
  }

  /** `L⁻¹ · right`; its squared length is `rightᵀ · matrix⁻¹ · right`. */
  halfSolve(right: Float64Array): Float64Array {
    const { size, factor } = this;
    const x = right.slice();
    for (let i = 0; i < size; i += 1) {
      let sum = at(x, i);
      for (let k = 0; k < i; k += 1) sum -= at(factor, i * size + k) * at(x, k);
      x[i] = sum / at(factor, i * size + i);
    }
    return x;
  }

  /** `L⁻ᵀ · right`. */
  backSolve(right: Float64Array): Float64Array {
    const { size, factor } = this;
    const x = right.slice();
    for (let i = size - 1; i >= 0; i -= 1) {
      let sum = at(x, i);
      for (let k = i + 1; k < size; k += 1) sum -= at(factor, k * size + i) * at(x, k);
      x[i] = sum / at(factor, i * size + i);
    }
    return x;
  }
}

/** An entry of an array whose bounds the caller keeps. */
export function at(array: Float64Array | Int32Array | Int8Array, index: number): number {
  return array[index] as number;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += at(a, i) * at(b, i);
  return sum;
}
