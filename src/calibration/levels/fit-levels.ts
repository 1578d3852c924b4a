import { at } from '../algebra/dense-cholesky.ts';
import { Bordered } from '../model/bordered.ts';
import type { Design } from '../model/design.ts';
import { fixedPoint } from '../model/fixed-point.ts';
import { type Care, informationOf, ROUGH_PRECISION, type Spread } from '../model/information.ts';
import { sumOfSquares } from '../points/fit-points.ts';
import { type LevelLikelihood, levelLikelihood } from './level-likelihood.ts';
import type { Steps } from './steps.ts';

/** In squared logits: one for each block of the design, and that of a form as a whole. */
export interface LevelVariances {
  readonly blocks: readonly number[];
  /** What an observer gives all criteria of one form above or below the rest: halo, mood, and the day itself. */
  readonly form: number;
}

/** Where the search stands; the next one begins there. */
export interface LevelUnknowns {
  readonly effects: Float64Array;
  readonly formEffects: Float64Array;
  readonly parameters: Float64Array;
  /** Where solutions are sought by iteration, the search begins at those of this system. */
  readonly system?: Bordered;
}

export interface LevelsFit extends LevelUnknowns {
  readonly variances: LevelVariances;
  readonly likelihood: LevelLikelihood;
  readonly system: Bordered;
  /** Laplace's approximation of the restricted likelihood; NaN where the factor is simulated. */
  readonly logLikelihood: number;
}

/** Of the logarithm of the density, in which 1 is much. */
const SMALLEST_GAIN = 1e-6;

/**
 * The most likely effects and steps for known variances, by Newton's method; form effects are eliminated form by form.
 * With huge variances of the blocks and a tiny one of forms this is joint maximum likelihood.
 * @param levels by form of the design, then by criterion
 * @param mostSteps of Newton's method
 * @param precision to which its systems are solved, where that is done by iteration
 */
export function fitLevels(
  design: Design,
  steps: Steps,
  levels: Int8Array,
  variances: LevelVariances,
  begin: LevelUnknowns,
  mostSteps = 60,
  precision?: number,
): LevelsFit {
  let here = begin;
  let direction: LevelUnknowns | null = null;
  let best = -Infinity;
  let stretch = 1;
  let near = begin.system ?? null;
  for (let step = 0; ; step += 1) {
    const likelihood = levelLikelihood(steps, levels, predictorOf(design, here), here.parameters);
    const { objective, prior } = penalised(design, here, variances, likelihood);
    if (direction !== null && objective < best - SMALLEST_GAIN && stretch > 1e-3) {
      stretch /= 2;
      here = moved(here, direction, -stretch);
      continue;
    }
    const gain = objective - best;
    best = objective;
    stretch = 1;
    const newton = newtonStep(design, steps, here, variances, likelihood, { near, precision });
    near = newton.system;
    const isThere = step > 0 && gain < SMALLEST_GAIN;
    if (isThere || step >= mostSteps) {
      const logLikelihood = likelihood.logLikelihood + prior - newton.logDeterminant / 2;
      return { ...here, variances, likelihood, system: newton.system, logLikelihood };
    }
    direction = newton.direction;
    here = moved(here, direction, 1);
  }
}

/** By form: the sum of its effects and its own. */
export function predictorOf(
  { forms, effects: positions, width }: Design,
  { effects, formEffects }: Pick<LevelUnknowns, 'effects' | 'formEffects'>,
): Float64Array {
  const predictor = formEffects.slice();
  for (let f = 0; f < forms; f += 1) {
    for (let k = f * width; k < (f + 1) * width; k += 1) {
      predictor[f] = at(predictor, f) + at(effects, at(positions, k));
    }
  }
  return predictor;
}

function moved(from: LevelUnknowns, direction: LevelUnknowns, by: number): LevelUnknowns {
  const sum = (a: Float64Array, b: Float64Array) => a.map((value, i) => value + by * at(b, i));
  return {
    effects: sum(from.effects, direction.effects),
    formEffects: sum(from.formEffects, direction.formEffects),
    parameters: sum(from.parameters, direction.parameters),
  };
}

/** The logarithm of the joint density, and the part of it that the variances alone decide. */
function penalised(
  { blocks, forms }: Design,
  { effects, formEffects }: LevelUnknowns,
  variances: LevelVariances,
  { logLikelihood }: LevelLikelihood,
): { objective: number; prior: number } {
  let prior = -(forms * Math.log(variances.form) + sumOfSquares(formEffects, 0, forms) / variances.form) / 2;
  let squares = sumOfSquares(formEffects, 0, forms) / variances.form;
  blocks.forEach(({ start, end }, k) => {
    const variance = variances.blocks[k] ?? NaN;
    const sum = sumOfSquares(effects, start, end) / variance;
    squares += sum;
    prior -= ((end - start) * Math.log(variance) + sum) / 2;
  });
  return { objective: logLikelihood - squares / 2, prior };
}

function newtonStep(
  design: Design,
  { size }: Steps,
  { effects, formEffects }: LevelUnknowns,
  variances: LevelVariances,
  { score, weight, shared, gradient, information }: LevelLikelihood,
  { near, precision }: { readonly near: Bordered | null; readonly precision: number | undefined },
): { system: Bordered; direction: LevelUnknowns; logDeterminant: number } {
  const { forms, effects: positions, width, blocks } = design;
  const own = 1 / variances.form;
  const precisions = variances.blocks.map((variance) => 1 / variance);
  const weights = new Float64Array(forms);
  const columns = Array.from({ length: size }, () => new Float64Array(design.size));
  const corner = information.slice();
  const random = new Float64Array(design.size);
  const fixed = gradient.slice();
  const alone = new Float64Array(forms);
  let logDeterminant = 0;
  blocks.forEach(({ start, end }, k) => {
    for (let i = start; i < end; i += 1) random[i] = -at(effects, i) * (precisions[k] ?? 0);
  });
  for (let f = 0; f < forms; f += 1) {
    const whole = at(weight, f) + own;
    const left = own / whole;
    logDeterminant += Math.log(whole);
    weights[f] = at(weight, f) * left;
    const push = (at(score, f) - own * at(formEffects, f)) / whole;
    alone[f] = push;
    for (let k = f * width; k < (f + 1) * width; k += 1) {
      const effect = at(positions, k);
      random[effect] = at(random, effect) + at(score, f) - at(weight, f) * push;
    }
    for (let a = 0; a < size; a += 1) {
      const common = at(shared, f * size + a);
      if (common === 0) continue;
      fixed[a] = at(fixed, a) - common * push;
      const column = columns[a] as Float64Array;
      for (let k = f * width; k < (f + 1) * width; k += 1) {
        const effect = at(positions, k);
        column[effect] = at(column, effect) + common * left;
      }
      const part = common / whole;
      // The other half of the matrix is its mirror image.
      for (let b = 0; b <= a; b += 1) corner[a * size + b] = at(corner, a * size + b) - part * at(shared, f * size + b);
    }
  }
  const system = new Bordered(design, informationOf(design, weights, precisions, precision), columns, corner, near);
  const solved = system.solve(random, fixed);
  for (let f = 0; f < forms; f += 1) {
    let sum = 0;
    for (let k = f * width; k < (f + 1) * width; k += 1) sum += at(solved.random, at(positions, k));
    let pull = at(weight, f) * sum;
    for (let a = 0; a < size; a += 1) pull += at(shared, f * size + a) * at(solved.fixed, a);
    alone[f] = at(alone, f) - pull / (at(weight, f) + own);
  }
  return {
    system,
    direction: { effects: solved.random, formEffects: alone, parameters: solved.fixed },
    logDeterminant: logDeterminant + system.logDeterminant,
  };
}

/** Nobody differs, and each level is as frequent as it is. */
export function beginning(design: Design, steps: Steps, levels: Int8Array): LevelUnknowns {
  const { criteria, start, size, second } = steps;
  const parameters = new Float64Array(size);
  for (let k = 0; k < criteria; k += 1) {
    const counts = new Float64Array(at(start, k + 1) - at(start, k) + 1).fill(0.5);
    for (let f = 0; f < design.forms; f += 1) {
      const level = at(levels, f * criteria + k);
      if (level >= 0) counts[level] = at(counts, level) + 1;
    }
    for (let l = 1; l < counts.length; l += 1) {
      const step = at(start, k) + l - 1;
      if (at(steps.first, step) === step && at(second, step) < 0) {
        parameters[step] = Math.log(at(counts, l) / at(counts, l - 1));
      }
    }
  }
  return { effects: new Float64Array(design.size), formEffects: new Float64Array(design.forms), parameters };
}

const EXACT = { precision: 1e-3, mostSteps: 60 };
const LARGE = { precision: 2e-3, mostSteps: 12 };
/** With so many forms the variances are known to a per cent at best, and each step is dear. */
const MANY_FORMS = 3000;

/**
 * The variances by penalised quasi-likelihood (Breslow and Clayton 1993): as restricted maximum likelihood has it, with
 * the information of the levels at the most likely effects.
 */
export function levelVariances(design: Design, steps: Steps, levels: Int8Array): LevelsFit {
  let warm: LevelUnknowns = beginning(design, steps, levels);
  const fit = (now: readonly number[], most?: number) => {
    const variances = { blocks: now.slice(0, -1), form: now.at(-1) ?? NaN };
    const found = fitLevels(design, steps, levels, variances, warm, most, most && ROUGH_PRECISION);
    warm = found;
    return found;
  };
  const isLarge = design.plan === null || design.forms > MANY_FORMS;
  const step = (now: readonly number[]): readonly number[] => {
    const found = fit(now, isLarge ? 1 : 2);
    const { weight } = found.likelihood;
    const spread = spreadOf(found, steps, 'rough');
    const own = 1 / found.variances.form;
    const blocks = design.blocks.map(({ start, end }, k) => {
      const before = now[k] ?? NaN;
      let determined = 0;
      for (let i = start; i < end; i += 1) determined += 1 - at(spread.effects, i) / before;
      return sumOfSquares(found.effects, start, end) / Math.max(determined, 1e-12);
    });
    let determined = 0;
    for (let f = 0; f < design.forms; f += 1) {
      const whole = at(weight, f) + own;
      const variance = 1 / whole + (at(weight, f) / whole) ** 2 * at(spread.forms, f);
      determined += 1 - variance * own;
    }
    return [...blocks, sumOfSquares(found.formEffects, 0, design.forms) / Math.max(determined, 1e-12)];
  };
  const start = [...design.blocks.map(() => 0.5), 0.3];
  return fit(fixedPoint(step, start, { scale: 1, ...(isLarge ? LARGE : EXACT) }));
}

/** Variances of the effects, and of each form's predictor but for what it has of its own. */
export function spreadOf({ system, likelihood: { shared, weight } }: LevelsFit, { size }: Steps, care: Care): Spread {
  const shares = new Float64Array(size);
  return system.spread(care, (form) => {
    for (let a = 0; a < size; a += 1) shares[a] = at(shared, form * size + a) / Math.max(at(weight, form), 1e-300);
    return shares;
  });
}
