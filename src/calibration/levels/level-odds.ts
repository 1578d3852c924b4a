import { at } from '../algebra/dense-cholesky.ts';

/**
 * The levels of one criterion under the Rasch model: the odds of level `h` against level `h − 1` are the exponential of
 * the form's predictor plus the ease of step `h` (Andrich 1978, Masters 1982). One object is used for many ratings.
 */
export class LevelOdds {
  /** By level. */
  readonly probability: Float64Array;
  /** Of reaching each step, from the first; `reach[0]` is that of level 1 or more. */
  readonly reach: Float64Array;
  expected = 0;
  variance = 0;
  steps = 0;

  constructor(mostSteps: number) {
    this.probability = new Float64Array(mostSteps + 1);
    this.reach = new Float64Array(mostSteps);
  }

  /** @param ease of all steps; those of this criterion from `from` to before `to` */
  at(predictor: number, ease: Float64Array, from: number, to: number): void {
    const { probability, reach } = this;
    const steps = to - from;
    this.steps = steps;
    let log = 0;
    let highest = 0;
    probability[0] = 0;
    for (let h = 1; h <= steps; h += 1) {
      log += predictor + at(ease, from + h - 1);
      probability[h] = log;
      if (log > highest) highest = log;
    }
    let sum = 0;
    for (let h = 0; h <= steps; h += 1) {
      const odds = Math.exp(at(probability, h) - highest);
      probability[h] = odds;
      sum += odds;
    }
    let [above, mean, square] = [0, 0, 0];
    for (let h = steps; h >= 0; h -= 1) {
      const p = at(probability, h) / sum;
      probability[h] = p;
      if (h > 0) {
        above += p;
        reach[h - 1] = above;
        mean += h * p;
        square += h * h * p;
      }
    }
    this.expected = mean;
    this.variance = Math.max(square - mean * mean, 0);
  }
}
