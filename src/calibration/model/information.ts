import { conjugateGradient } from '../algebra/conjugate-gradient.ts';
import { at } from '../algebra/dense-cholesky.ts';
import { normalDraws } from '../algebra/normal-draws.ts';
import { Reduction, type ReductionPlan } from '../algebra/reduction.ts';
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
 * @param precision to which systems are solved where they are solved by iteration
 */
export function informationOf(
  design: Design,
  weights: Float64Array,
  precisions: readonly number[],
  precision = SOLVE_PRECISION,
): Information {
  const { size, effects, width, pairs, pattern, blocks, plan, reduction } = design;
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
  if (plan !== null) return new ExactInformation(design, new SparseCholesky(plan, diagonal, off));
  if (reduction === null) throw new Error('a design without a factor has a reduction');
  return new SimulatedInformation(design, { diagonal, off, weights, precisions, precision }, reduction);
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
/** While variances are sought, for systems that will be solved again. */
export const ROUGH_PRECISION = 1e-4;
/** An error of a solution is squared in what it is wanted for. */
const FORM_PRECISION = 1e-3;
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

  private readonly reduced: Reduction;

  constructor(
    private readonly design: Design,
    private readonly system: {
      readonly diagonal: Float64Array;
      readonly off: Float64Array;
      readonly weights: Float64Array;
      readonly precisions: readonly number[];
      readonly precision: number;
    },
    private readonly plan: ReductionPlan,
  ) {
    this.reduced = new Reduction(plan, system.diagonal, system.off);
  }

  solve(right: Float64Array, guess?: Float64Array): Float64Array {
    return this.solved(right.slice(), this.system.precision, guess);
  }

  /** @param right is changed */
  private solved(right: Float64Array, precision: number, guess?: Float64Array): Float64Array {
    const { plan, reduced } = this;
    const smaller = reduced.reduce(right);
    const begin = guess && Float64Array.from(plan.kept, (unknown) => at(guess, unknown));
    const x = conjugateGradient(plan.keptPattern, reduced.diagonal, reduced.pairs, smaller, precision, begin);
    return reduced.expand(x, right);
  }

  quadraticForm(entries: ReadonlyMap<number, number>): number {
    const right = new Float64Array(this.design.size);
    for (const [effect, value] of entries) right[effect] = value;
    const solved = this.solved(right, FORM_PRECISION);
    let sum = 0;
    for (const [effect, value] of entries) sum += value * at(solved, effect);
    return sum;
  }

  spread(care: Care): Spread {
    const draws = DRAWS[care];
    const { size, forms, effects, width, pattern, blocks } = this.design;
    const { diagonal, off, precisions, weights } = this.system;
    const normal = normalDraws(DRAW_SEED);
    const ofEffects = new Float64Array(size);
    const ofForms = new Float64Array(forms);
    for (let draw = 0; draw < draws; draw += 1) {
      const right = new Float64Array(size);
      blocks.forEach(({ start, end }, k) => {
        const deviation = Math.sqrt(precisions[k] ?? 0);
        for (let i = start; i < end; i += 1) right[i] = deviation * normal();
      });
      for (let f = 0; f < forms; f += 1) {
        const push = Math.sqrt(at(weights, f)) * normal();
        for (let a = f * width; a < (f + 1) * width; a += 1) {
          const effect = at(effects, a);
          right[effect] = at(right, effect) + push;
        }
      }
      const x = this.solved(right, DRAW_PRECISION);
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
