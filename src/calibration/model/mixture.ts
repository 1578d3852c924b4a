import { at } from '../algebra/dense-cholesky.ts';
import { type Estimate, estimateOf } from '../estimate.ts';

/** Figures under several likely sets of variances, as one mean and one variance each. */
export class Mixture {
  private readonly sum: Float64Array;
  private readonly squares: Float64Array;

  constructor(size: number) {
    this.sum = new Float64Array(size);
    this.squares = new Float64Array(size);
  }

  add(index: number, weight: number, value: number, variance: number): void {
    this.sum[index] = at(this.sum, index) + weight * value;
    this.squares[index] = at(this.squares, index) + weight * (variance + value * value);
  }

  estimate(index: number): Estimate {
    const mean = at(this.sum, index);
    return estimateOf(mean, at(this.squares, index) - mean * mean);
  }
}
