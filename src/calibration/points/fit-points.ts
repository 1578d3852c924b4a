import { at } from '../algebra/dense-cholesky.ts';
import { Bordered } from '../model/bordered.ts';
import type { Design } from '../model/design.ts';
import { fixedPoint } from '../model/fixed-point.ts';
import { informationOf, ROUGH_PRECISION } from '../model/information.ts';

/** In squared points: one for each block of the design, and what is left to chance. */
export interface Variances {
  readonly blocks: readonly number[];
  readonly residual: number;
}

export interface PointsFit {
  readonly variances: Variances;
  readonly mean: number;
  /** Best linear unbiased predictions, by effect; a lenient observer and a good branch are above 0. */
  readonly effects: Float64Array;
  /** By form: its points less the mean and its effects. */
  readonly residuals: Float64Array;
  readonly system: Bordered;
  /** The logarithm of the restricted likelihood; NaN where the factor is simulated. */
  readonly logLikelihood: number;
}

/**
 * The mixed model's equations (Henderson 1975) for known variances: points are a mean plus the effects of observer,
 * branch and, where they can be told, meeting, plus chance.
 * @param points by form of the design, none of them NaN
 */
export function fitPoints(design: Design, points: Float64Array, variances: Variances, precision?: number): PointsFit {
  const { forms, effects, width, size, blocks } = design;
  const weight = 1 / variances.residual;
  const precisions = variances.blocks.map((variance) => 1 / variance);
  const information = informationOf(design, new Float64Array(forms).fill(weight), precisions, precision);
  const column = new Float64Array(size);
  const right = new Float64Array(size);
  let total = 0;
  for (let f = 0; f < forms; f += 1) {
    const value = weight * at(points, f);
    total += value;
    for (let k = f * width; k < (f + 1) * width; k += 1) {
      const effect = at(effects, k);
      column[effect] = at(column, effect) + weight;
      right[effect] = at(right, effect) + value;
    }
  }
  const system = new Bordered(design, information, [column], Float64Array.of(weight * forms));
  const solved = system.solve(right, Float64Array.of(total));
  const mean = at(solved.fixed, 0);
  const residuals = new Float64Array(forms);
  let squares = 0;
  for (let f = 0; f < forms; f += 1) {
    let rest = at(points, f) - mean;
    for (let k = f * width; k < (f + 1) * width; k += 1) rest -= at(solved.random, at(effects, k));
    residuals[f] = rest;
    squares += rest * rest;
  }
  let minusTwice = (forms - 1) * Math.log(2 * Math.PI) + forms * Math.log(variances.residual) + squares * weight;
  blocks.forEach(({ start, end }, k) => {
    const variance = variances.blocks[k] ?? NaN;
    minusTwice += (end - start) * Math.log(variance) + sumOfSquares(solved.random, start, end) / variance;
  });
  return {
    variances,
    mean,
    effects: solved.random,
    residuals,
    system,
    logLikelihood: -(minusTwice + system.logDeterminant) / 2,
  };
}

const EXACT = { precision: 1e-8, mostSteps: 400 };
/** Where variances come from draws, there is no use in more. */
const SIMULATED = { precision: 1e-3, mostSteps: 16 };

/**
 * The variances of highest restricted likelihood: each is the sum of its squared effects divided by the number of
 * effects that the forms determine (Harville 1977, equation 6.3), repeated until nothing changes.
 */
export function restrictedVariances(design: Design, points: Float64Array): Variances {
  const total = deviationOf(points) ** 2;
  const start = [...design.blocks.map(() => total / 4), total / 2];
  const step = (now: readonly number[]): readonly number[] => {
    const fit = fitPoints(design, points, { blocks: now.slice(0, -1), residual: now.at(-1) ?? NaN }, ROUGH_PRECISION);
    const { effects: variances } = fit.system.spread('rough');
    let free = design.forms - 1;
    const blocks = design.blocks.map(({ start: from, end }, k) => {
      const before = now[k] ?? NaN;
      let determined = 0;
      for (let i = from; i < end; i += 1) determined += 1 - at(variances, i) / before;
      free -= determined;
      return sumOfSquares(fit.effects, from, end) / Math.max(determined, 1e-12);
    });
    return [...blocks, sumOfSquares(fit.residuals, 0, design.forms) / Math.max(free, 1e-12)];
  };
  const found = fixedPoint(step, start, { scale: total, ...(design.plan === null ? SIMULATED : EXACT) });
  return { blocks: found.slice(0, -1), residual: found.at(-1) ?? NaN };
}

export function sumOfSquares(values: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i += 1) sum += at(values, i) ** 2;
  return sum;
}

/** The plain standard deviation. */
export function deviationOf(values: Float64Array): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(values.length - 1, 1));
}
