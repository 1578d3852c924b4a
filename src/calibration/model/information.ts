import { conjugateGradient } from '../algebra/conjugate-gradient.ts';
import { at } from '../algebra/dense-cholesky.ts';
import { normalDraws } from '../algebra/normal-draws.ts';
import { SparseCholesky } from '../algebra/sparse-cholesky.ts';
import type { Design } from './design.ts';

/** Variances where fixed effects are known: of each effect, and of the sum of the effects of each form. */
export interface Spread {
  readonly effects: Float64Array;
  readonly forms: Float64Array;
}

/**
 * The information about the effects that forms of given weights and effects of given variances hold, and its inverse.
 * Exact where the factor is affordable; else systems are solved by iteration, and variances come from draws.
 */
export interface Information {
  /** @param guess where a search begins */
  solve(right: Float64Array, guess?: Float64Array): Float64Array;
  /** `xᵀ · information⁻¹ · x`, where `x` is 0 but for some effects. */
  quadraticForm(entries: ReadonlyMap<number, number>): number;
  /** @param care how well simulated variances are known; exact ones are exact */
  spread(care: Care): Spread;
  /** NaN where it is not known. */
  readonly logDeterminant: number;
}

/**
 * @param weights the information in each form
 * @param precisions 1 / variance of each block's effects
 */
export function informationOf(design: Design, weights: Float64Array, precisions: readonly number[]): Information {
  const { size, effects, width, pairs, pattern, blocks, plan } = design;
  const diagonal = new Float64Array(size);
  blocks.forEach(({ start, end }, k) => diagonal.fill(precisions[k] ?? 0, start, end));
  const off = new Float64Array(pattern.rows.length);
  const perForm = (width * (width - 1)) / 2;
  for (let f = 0; f < design.forms; f += 1) {
    const weight = at(weights, f);
    for (let a = f * width; a < (f + 1) * width; a += 1) {
      const effect = at(effects, a);
      diagonal[effect] = at(diagonal, effect) + weight;
    }
    for (let p = f * perForm; p < (f + 1) * perForm; p += 1) {
      const entry = at(pairs, p);
      off[entry] = at(off, entry) + weight;
    }
  }
  return plan === null
    ? new SimulatedInformation(design, diagonal, off, weights, precisions)
    : new ExactInformation(design, new SparseCholesky(plan, diagonal, off));
}

class ExactInformation implements Information {
  readonly logDeterminant: number;

  constructor(
    private readonly design: Design,
    private readonly factor: SparseCholesky,
  ) {
    this.logDeterminant = factor.logDeterminant;
  }

  solve(right: Float64Array): Float64Array {
    return this.factor.solve(right);
  }

  quadraticForm(entries: ReadonlyMap<number, number>): number {
    return this.factor.quadraticForm(entries);
  }

  spread(): Spread {
    const { forms, effects, width, pairs } = this.design;
    const perForm = (width * (width - 1)) / 2;
    const inverse = this.factor.inverse();
    const ofForms = new Float64Array(forms);
    for (let f = 0; f < forms; f += 1) {
      let sum = 0;
      for (let a = f * width; a < (f + 1) * width; a += 1) sum += at(inverse.diagonal, at(effects, a));
      for (let p = f * perForm; p < (f + 1) * perForm; p += 1) sum += 2 * at(inverse.pairs, at(pairs, p));
      ofForms[f] = sum;
    }
    return { effects: inverse.diagonal, forms: ofForms };
  }
}

/** `rough` for sums over many effects, `fine` for each. */
export type Care = 'rough' | 'fine';

const DRAWS: Readonly<Record<Care, number>> = { rough: 12, fine: 80 };
const SOLVE_PRECISION = 1e-7;
/** Of a draw; its own chance is a tenth. */
const DRAW_PRECISION = 1e-3;
const DRAW_SEED = 36_000;

/**
 * Draws of the effects by perturbing the right side (Papandreou and Yuille 2010). The variance of an effect is what is
 * left when all others are known, exactly, and the variance of what the others say, from the draws (Sidén and others
 * 2018): an error of one or two per cent of its standard error.
 */
class SimulatedInformation implements Information {
  readonly logDeterminant = NaN;

  constructor(
    private readonly design: Design,
    private readonly diagonal: Float64Array,
    private readonly off: Float64Array,
    private readonly weights: Float64Array,
    private readonly precisions: readonly number[],
  ) {}

  solve(right: Float64Array, guess?: Float64Array): Float64Array {
    return conjugateGradient(this.design.pattern, this.diagonal, this.off, right, SOLVE_PRECISION, guess);
  }

  quadraticForm(entries: ReadonlyMap<number, number>): number {
    const right = new Float64Array(this.design.size);
    for (const [effect, value] of entries) right[effect] = value;
    const solved = this.solve(right);
    let sum = 0;
    for (const [effect, value] of entries) sum += value * at(solved, effect);
    return sum;
  }

  spread(care: Care): Spread {
    const draws = DRAWS[care];
    const { size, forms, effects, width, pattern, blocks } = this.design;
    const { diagonal, off } = this;
    const normal = normalDraws(DRAW_SEED);
    const ofEffects = new Float64Array(size);
    const ofForms = new Float64Array(forms);
    for (let draw = 0; draw < draws; draw += 1) {
      const right = new Float64Array(size);
      blocks.forEach(({ start, end }, k) => {
        const deviation = Math.sqrt(this.precisions[k] ?? 0);
        for (let i = start; i < end; i += 1) right[i] = deviation * normal();
      });
      for (let f = 0; f < forms; f += 1) {
        const push = Math.sqrt(at(this.weights, f)) * normal();
        for (let a = f * width; a < (f + 1) * width; a += 1) {
          const effect = at(effects, a);
          right[effect] = at(right, effect) + push;
        }
      }
      const x = conjugateGradient(pattern, diagonal, off, right, DRAW_PRECISION);
      const said = new Float64Array(size);
      for (let e = 0; e < pattern.rows.length; e += 1) {
        const [i, j, value] = [at(pattern.rows, e), at(pattern.columns, e), at(off, e)];
        said[i] = at(said, i) + value * at(x, j);
        said[j] = at(said, j) + value * at(x, i);
      }
      for (let i = 0; i < size; i += 1) {
        ofEffects[i] = at(ofEffects, i) + (at(said, i) / at(diagonal, i)) ** 2 / draws;
      }
      for (let f = 0; f < forms; f += 1) {
        let sum = 0;
        for (let a = f * width; a < (f + 1) * width; a += 1) sum += at(x, at(effects, a));
        ofForms[f] = at(ofForms, f) + (sum * sum) / draws;
      }
    }
    for (let i = 0; i < size; i += 1) ofEffects[i] = at(ofEffects, i) + 1 / at(diagonal, i);
    return { effects: ofEffects, forms: ofForms };
  }
}
