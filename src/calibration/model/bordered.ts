import { at, DenseCholesky, dot } from '../algebra/dense-cholesky.ts';
import type { Design } from './design.ts';
import type { Care, Information, Spread } from './information.ts';

const MANY_FORMS = 3000;

/**
 * The system of all unknowns: many random effects, which are sparse, and a few fixed ones, which meet all of them. The
 * random effects are eliminated first; what is left of the fixed ones is a small dense system.
 */
export class Bordered {
  /** `A⁻¹ · c` for each fixed effect's column `c`. */
  private readonly carried: readonly Float64Array[];
  private readonly rest: DenseCholesky;
  /** Of the whole system; NaN where it is not known. */
  readonly logDeterminant: number;

  /**
   * @param columns of each fixed effect, by random effect
   * @param corner of the fixed effects among themselves, row by row; its upper half is not read
   * @param near a system that is nearly the same, at whose solutions a search may begin
   */
  constructor(
    private readonly design: Design,
    private readonly information: Information,
    private readonly columns: readonly Float64Array[],
    corner: Float64Array,
    near: Bordered | null = null,
  ) {
    const m = columns.length;
    this.carried = columns.map((column, a) => information.solve(column, near?.carried[a]));
    const left = corner.slice();
    for (let a = 0; a < m; a += 1) {
      for (let b = 0; b <= a; b += 1) {
        left[a * m + b] = at(left, a * m + b) - dot(this.column(a), this.carriedOf(b));
      }
    }
    this.rest = new DenseCholesky(left, m);
    this.logDeterminant = information.logDeterminant + this.rest.logDeterminant;
  }

  /** @returns the random effects and the fixed ones that solve the system for this right side */
  solve(random: Float64Array, fixed: Float64Array): { random: Float64Array; fixed: Float64Array } {
    const first = this.information.solve(random);
    const right = fixed.map((value, a) => value - dot(this.column(a), first));
    const solved = this.rest.solve(right);
    for (let a = 0; a < solved.length; a += 1) {
      const carried = this.carriedOf(a);
      const value = at(solved, a);
      for (let i = 0; i < first.length; i += 1) first[i] = at(first, i) - at(carried, i) * value;
    }
    return { random: first, fixed: solved };
  }

  /** `xᵀ · system⁻¹ · x`, where `x` is 0 but for some random effects and the fixed ones. */
  quadraticForm(random: ReadonlyMap<number, number>, fixed: Float64Array): number {
    const rest = fixed.map((value, a) => {
      const carried = this.carriedOf(a);
      for (const [effect, share] of random) value -= share * at(carried, effect);
      return value;
    });
    const half = this.rest.halfSolve(rest);
    return this.information.quadraticForm(random) + dot(half, half);
  }

  /**
   * Variances of the random effects, and of each form's sum of them plus `own` times the fixed ones.
   * @param own by form and fixed effect; added to the sum of the random effects
   */
  spread(care: Care, own?: (form: number) => Float64Array): Spread {
    const known = this.information.spread(care);
    const { forms, effects, width, size } = this.design;
    // A few fixed effects that many forms determine add next to nothing to a sum over all effects.
    if (care === 'rough' && forms > MANY_FORMS) return known;
    const ofEffects = known.effects.slice();
    const ofForms = known.forms.slice();
    const m = this.carried.length;
    const vector = new Float64Array(m);
    const lengthOf = (): number => {
      const half = this.rest.halfSolve(vector);
      return dot(half, half);
    };
    for (let i = 0; i < size; i += 1) {
      for (let a = 0; a < m; a += 1) vector[a] = at(this.carriedOf(a), i);
      ofEffects[i] = at(ofEffects, i) + lengthOf();
    }
    for (let f = 0; f < forms; f += 1) {
      const shares = own?.(f);
      for (let a = 0; a < m; a += 1) {
        let sum = shares === undefined ? 0 : -at(shares, a);
        for (let k = f * width; k < (f + 1) * width; k += 1) sum += at(this.carriedOf(a), at(effects, k));
        vector[a] = sum;
      }
      ofForms[f] = at(ofForms, f) + lengthOf();
    }
    return { effects: ofEffects, forms: ofForms };
  }

  /** The covariances of one fixed effect with the random ones, and its own variance. */
  ofFixed(index: number): { readonly random: Float64Array; readonly variance: number } {
    const m = this.carried.length;
    const unit = new Float64Array(m);
    unit[index] = 1;
    const column = this.rest.solve(unit);
    const random = new Float64Array(this.design.size);
    for (let a = 0; a < m; a += 1) {
      const carried = this.carriedOf(a);
      const value = at(column, a);
      for (let i = 0; i < random.length; i += 1) random[i] = at(random, i) - value * at(carried, i);
    }
    return { random, variance: at(column, index) };
  }

  private column(a: number): Float64Array {
    return this.columns[a] as Float64Array;
  }

  private carriedOf(a: number): Float64Array {
    return this.carried[a] as Float64Array;
  }
}
