import { at } from '../algebra/dense-cholesky.ts';
import type { Estimate } from '../estimate.ts';
import { type Design, designOf } from '../model/design.ts';
import { Mixture } from '../model/mixture.ts';
import { likelyVariances } from '../model/over-variances.ts';
import { type ObserverTerms, observerTerms } from '../observer-terms.ts';
import { countOf, counts } from '../points/points-calibration.ts';
import type { Ratings, Scale } from '../ratings.ts';
import { fitLevels, type LevelsFit, levelVariances, spreadOf } from './fit-levels.ts';
import { eachResidual, FitCount, type MeanSquares } from './fit-statistics.ts';
import { mostSteps } from './level-likelihood.ts';
import { LevelOdds } from './level-odds.ts';
import { easeOf, type Steps, stepsOf } from './steps.ts';
import { type UseOfLevels, UseOfLevelsCount } from './use-of-levels.ts';

/** In logits, unless something else is said. */
export interface LevelsCalibration {
  readonly scale: Scale;
  readonly deviations: {
    readonly observer: number;
    readonly branch: number;
    readonly meeting: number | null;
    /** Of a form as a whole: halo, mood and, without double visits, the meeting. */
    readonly form: number;
  };
  readonly reliability: number;
  readonly isExact: boolean;
  /** In the order of `Ratings.criteria`. */
  readonly criteria: readonly CriterionLevels[];
  readonly observers: readonly (ObserverLevels | null)[];
  readonly branches: readonly (BranchLevels | null)[];
}

export interface CriterionLevels extends MeanSquares {
  /** The mean of its steps. */
  readonly difficulty: number;
  /** Where a level becomes as likely as the one below it, for each score but the lowest. */
  readonly steps: readonly { readonly score: number; readonly difficulty: number }[];
}

export interface ObserverLevels extends MeanSquares, UseOfLevels, ObserverTerms {
  readonly forms: number;
  /** Above 0 for who gives less than others. */
  readonly severity: Estimate;
}

export interface BranchLevels extends MeanSquares {
  readonly forms: number;
  readonly measure: Estimate;
  /** The sum of the criteria's scores that an average observer would give. */
  readonly fairSum: { readonly value: number; readonly low: number; readonly high: number };
}

/** More levels than this determine the variances so well that they can be taken as known. */
const WELL_KNOWN = 100;
/** Logits; 4 take the odds of a level from one to fifty. */
const LARGE = 4;
const MOST_RATINGS = 4000;

/** The many-facet Rasch model. @returns null without criteria, or with fewer than two observers, two branches, three forms */
export function calibrateLevels(ratings: Ratings, scale: Scale): LevelsCalibration | null {
  const width = ratings.criteria.length;
  const isRated = (f: number) => ratings.levels.subarray(f * width, (f + 1) * width).some((level) => level >= 0);
  const chosen = Int32Array.from({ length: ratings.forms }, (_, f) => f).filter(isRated);
  const fewest = Math.min(countOf(ratings.observerOf, chosen), countOf(ratings.branchOf, chosen));
  if (width === 0 || fewest < 2 || chosen.length < 3) return null;
  const levels = new Int8Array(chosen.length * width);
  chosen.forEach((f, i) => levels.set(ratings.levels.subarray(f * width, (f + 1) * width), i * width));
  const design = designOf(ratings, chosen);
  const steps = stepsOf(ratings, scale);
  const fit = levelVariances(design, steps, levels);
  const estimates = figures(ratings, design, steps, levels, fit);
  const described = describe(ratings, chosen, design, steps, levels, fit);
  const own = 1 / fit.variances.form;
  const { score, weight, shared } = fit.likelihood;
  const left = weight.map((value) => own / (value + own));
  const common = new Float64Array(steps.size);
  const terms = observerTerms(ratings, chosen, {
    design,
    system: fit.system,
    score,
    weight: weight.map((value, f) => value * at(left, f)),
    shared: (f) => common.map((_, a) => at(shared, f * steps.size + a) * at(left, f)),
    fixedEffects: steps.size,
  });
  const formsOf = counts(ratings.observers.length, ratings.observerOf, chosen);
  const formsOfBranch = counts(ratings.branches.length, ratings.branchOf, chosen);
  const known = estimates.observers.filter((_, o) => (formsOf[o] ?? 0) > 0);
  const error = known.reduce((sum, { se }) => sum + se * se, 0);
  const between = known.reduce((sum, { value }) => sum + value * value, 0);
  const [observer = 0, branch = 0, meeting] = fit.variances.blocks.map(Math.sqrt);
  return {
    scale,
    deviations: { observer, branch, meeting: meeting ?? null, form: Math.sqrt(fit.variances.form) },
    reliability: between / (between + error),
    isExact: design.plan !== null,
    criteria: criteriaOf(ratings, steps, fit).map((one, k) => ({ ...one, ...described.criteria.meanSquares(k) })),
    observers: ratings.observers.map((_, o) => {
      const [severity, term, use] = [estimates.observers[o], terms[o], described.use[o]];
      if (!formsOf[o] || !severity || !term || !use) return null;
      return { forms: formsOf[o], severity, ...described.observers.meanSquares(o), ...use, ...term };
    }),
    branches: ratings.branches.map((_, b) => {
      const measure = estimates.branches[b];
      if (!formsOfBranch[b] || !measure) return null;
      const fairSum = fairSums(ratings, steps, fit, measure);
      return { forms: formsOfBranch[b], measure, fairSum, ...described.branches.meanSquares(b) };
    }),
  };
}

function figures(ratings: Ratings, design: Design, steps: Steps, levels: Int8Array, best: LevelsFit) {
  const all = [...best.variances.blocks, best.variances.form];
  let warm = best;
  const fitAt = (variances: readonly number[], most?: number): LevelsFit => {
    const split = { blocks: variances.slice(0, -1), form: variances.at(-1) ?? NaN };
    warm = fitLevels(design, steps, levels, split, warm, most);
    return warm;
  };
  const isLarge = design.plan === null || levels.length > MOST_RATINGS;
  const fewest = Math.min(ratings.observers.length, ratings.branches.length);
  const likely =
    isLarge || fewest >= WELL_KNOWN
      ? [{ variances: all, weight: 1 }]
      : // One step is enough for a likelihood from effects that are nearly the most likely ones.
        likelyVariances((variances) => fitAt(variances, 1).logLikelihood, all, LARGE);
  const people = ratings.observers.length;
  const mixture = new Mixture(people + ratings.branches.length);
  for (const { variances, weight } of likely) {
    const fit = likely.length === 1 ? best : fitAt(variances);
    const spread = fit.system.spread('fine').effects;
    for (let i = 0; i < people + ratings.branches.length; i += 1) {
      mixture.add(i, weight, i < people ? -at(fit.effects, i) : at(fit.effects, i), at(spread, i));
    }
  }
  return {
    observers: ratings.observers.map((_, o) => mixture.estimate(o)),
    branches: ratings.branches.map((_, b) => mixture.estimate(people + b)),
  };
}

function describe(
  ratings: Ratings,
  chosen: Int32Array,
  design: Design,
  steps: Steps,
  levels: Int8Array,
  fit: LevelsFit,
) {
  const observers = new FitCount(ratings.observers.length);
  const branches = new FitCount(ratings.branches.length);
  const criteria = new FitCount(steps.criteria);
  const highest = ratings.criteria.map(({ values }) => values.length - 1);
  const use = new UseOfLevelsCount(ratings.observers.length, highest);
  const sums = new Float64Array(steps.criteria);
  const counted = new Float64Array(steps.criteria);
  const taken = spreadOf(fit, steps, 'fine').forms;
  eachResidual(design, steps, levels, fit, taken, (residual) => {
    const { form, criterion, expected } = residual;
    const observer = at(ratings.observerOf, at(chosen, form));
    observers.add(observer, residual);
    branches.add(at(ratings.branchOf, at(chosen, form)), residual);
    criteria.add(criterion, residual);
    use.add(observer, residual);
    sums[criterion] = at(sums, criterion) + expected;
    counted[criterion] = at(counted, criterion) + 1;
  });
  const middles = [...sums.map((sum, k) => sum / Math.max(at(counted, k), 1))];
  return { observers, branches, criteria, use: use.results(middles) };
}

function criteriaOf({ criteria }: Ratings, steps: Steps, fit: LevelsFit) {
  const ease = easeOf(steps, fit.parameters);
  return criteria.map(({ values }, k) => {
    const difficulties = [...ease.subarray(at(steps.start, k), at(steps.start, k + 1))].map((value) => -value);
    return {
      difficulty: difficulties.reduce((a, b) => a + b, 0) / difficulties.length,
      steps: difficulties.map((difficulty, l) => ({ score: values[l + 1] ?? NaN, difficulty })),
    };
  });
}

function fairSums({ criteria }: Ratings, steps: Steps, fit: LevelsFit, { value, low, high }: Estimate) {
  const ease = easeOf(steps, fit.parameters);
  const odds = new LevelOdds(mostSteps(steps));
  const sumAt = (measure: number) =>
    criteria.reduce((sum, { values }, k) => {
      odds.at(measure, ease, at(steps.start, k), at(steps.start, k + 1));
      return sum + values.reduce((mean, score, level) => mean + score * at(odds.probability, level), 0);
    }, 0);
  return { value: sumAt(value), low: sumAt(low), high: sumAt(high) };
}
