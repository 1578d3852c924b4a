import { at } from '../algebra/dense-cholesky.ts';
import type { Estimate } from '../estimate.ts';
import { type Design, designOf } from '../model/design.ts';
import { Mixture } from '../model/mixture.ts';
import { likelyVariances, type LikelyVariances } from '../model/over-variances.ts';
import { type ObserverTerms, observerTerms } from '../observer-terms.ts';
import type { Ratings } from '../ratings.ts';
import { deviationOf, fitPoints, type PointsFit, restrictedVariances } from './fit-points.ts';

export interface PointsCalibration {
  /** What an average observer gives an average branch. */
  readonly mean: Estimate;
  /** Standard deviations in points: how much observers, branches, the meetings of a branch, and forms otherwise differ. */
  readonly deviations: {
    readonly observer: number;
    readonly branch: number;
    /** Null where no double visits tell it from chance. */
    readonly meeting: number | null;
    readonly chance: number;
  };
  /** Of 1: how much of what is seen of the observers' severities is theirs and not chance. */
  readonly reliability: number;
  /** Whether standard errors are computed or, in a very large and entangled set of forms, drawn by chance. */
  readonly isExact: boolean;
  /** By observer, in the order of `Ratings.observers`; null without a form with points. */
  readonly observers: readonly (ObserverPoints | null)[];
  readonly branches: readonly (BranchPoints | null)[];
}

export interface ObserverPoints extends ObserverTerms {
  readonly forms: number;
  /** Points below what an average observer gives; shrunken towards 0 where forms tell little. */
  readonly severity: Estimate;
}

export interface BranchPoints {
  readonly forms: number;
  /** The plain mean of its points. */
  readonly mean: number;
  /** What an average observer would give on average; shrunken towards the mean of all. */
  readonly adjusted: Estimate;
}

/**
 * The fit by which double visits are chosen, in the middle of the likely variances: where observers happen not to seem
 * to differ, another visit still tells whether they do.
 */
export interface FittedPoints {
  readonly design: Design;
  readonly fit: PointsFit;
  readonly chosen: Int32Array;
}

/** More levels than this determine the variances so well that they can be taken as known. */
const WELL_KNOWN = 100;
const MOST_FORMS = 5000;

/** The additive model. @returns null where no points vary, or there are fewer than two observers, two branches, three forms */
export function calibratePoints(ratings: Ratings): { calibration: PointsCalibration; fitted: FittedPoints } | null {
  const chosen = Int32Array.from(ratings.points.keys()).filter((f) => !Number.isNaN(at(ratings.points, f)));
  const points = Float64Array.from(chosen, (f) => at(ratings.points, f));
  const fewest = Math.min(countOf(ratings.observerOf, chosen), countOf(ratings.branchOf, chosen));
  if (fewest < 2 || points.length < 3 || points.every((value) => value === points[0])) return null;
  const design = designOf(ratings, chosen);
  const best = restrictedVariances(design, points);
  const fit = fitPoints(design, points, best);
  const all = [...best.blocks, best.residual];
  const isLarge = design.plan === null || points.length > MOST_FORMS;
  const likely: readonly LikelyVariances[] =
    isLarge || fewest >= WELL_KNOWN
      ? [{ variances: all, weight: 1 }]
      : likelyVariances(
          (variances) => fitPoints(design, points, split(variances)).logLikelihood,
          all,
          2 * deviationOf(points),
        );
  const { observers, branches, mean } = figures(ratings, design, likely, (variances) =>
    fitPoints(design, points, split(variances)),
  );
  const weight = 1 / best.residual;
  const own = Float64Array.of(weight);
  const terms = observerTerms(ratings, chosen, {
    design,
    system: fit.system,
    score: fit.residuals.map((residual) => residual * weight),
    weight: new Float64Array(chosen.length).fill(weight),
    shared: () => own,
    fixedEffects: 1,
  });
  const [observer = 0, branch = 0, meeting] = best.blocks.map(Math.sqrt);
  const formsOf = counts(ratings.observers.length, ratings.observerOf, chosen);
  const known = observers.filter((_, o) => (formsOf[o] ?? 0) > 0);
  const error = known.reduce((sum, { se }) => sum + se * se, 0) / known.length;
  const between = known.reduce((sum, { value }) => sum + value * value, 0) / known.length;
  const calibration: PointsCalibration = {
    mean,
    deviations: { observer, branch, meeting: meeting ?? null, chance: Math.sqrt(best.residual) },
    reliability: between / (between + error),
    isExact: design.plan !== null,
    observers: observers.map((severity, o) =>
      formsOf[o] === 0
        ? null
        : { forms: formsOf[o] ?? 0, severity, ...(terms[o] ?? { drift: null, atBranchTypes: [] }) },
    ),
    branches: branchesOf(ratings, chosen, branches),
  };
  const middle = likely.length === 1 ? fit : fitPoints(design, points, split(middleOf(likely)));
  return { calibration, fitted: { design, fit: middle, chosen } };
}

/** The weighted mean of the logarithms. */
function middleOf(likely: readonly LikelyVariances[]): number[] {
  const count = likely[0]?.variances.length ?? 0;
  return Array.from({ length: count }, (_, i) =>
    Math.exp(likely.reduce((sum, { variances, weight }) => sum + weight * Math.log(variances[i] ?? NaN), 0)),
  );
}

function split(variances: readonly number[]) {
  return { blocks: variances.slice(0, -1), residual: variances.at(-1) ?? NaN };
}

function figures(
  ratings: Ratings,
  design: Design,
  likely: readonly LikelyVariances[],
  fitAt: (variances: readonly number[]) => PointsFit,
): { observers: Estimate[]; branches: Estimate[]; mean: Estimate } {
  const people = ratings.observers.length;
  const mixture = new Mixture(people + ratings.branches.length + 1);
  const last = people + ratings.branches.length;
  for (const { variances, weight } of likely) {
    const { system, effects, mean } = fitAt(variances);
    const spread = system.spread('fine').effects;
    const ofMean = system.ofFixed(0);
    for (let i = 0; i < last; i += 1) {
      const isPerson = i < people;
      const value = isPerson ? -at(effects, i) : mean + at(effects, i);
      const more = isPerson ? 0 : ofMean.variance + 2 * at(ofMean.random, i);
      mixture.add(i, weight, value, at(spread, i) + more);
    }
    mixture.add(last, weight, mean, ofMean.variance);
  }
  return {
    observers: ratings.observers.map((_, o) => mixture.estimate(o)),
    branches: ratings.branches.map((_, b) => mixture.estimate(people + b)),
    mean: mixture.estimate(last),
  };
}

function branchesOf(ratings: Ratings, chosen: Int32Array, adjusted: readonly Estimate[]): (BranchPoints | null)[] {
  const forms = counts(ratings.branches.length, ratings.branchOf, chosen);
  const sums = new Float64Array(ratings.branches.length);
  for (const f of chosen) sums[at(ratings.branchOf, f)] = at(sums, at(ratings.branchOf, f)) + at(ratings.points, f);
  return adjusted.map((estimate, b) => {
    const count = forms[b] ?? 0;
    return count === 0 ? null : { forms: count, mean: at(sums, b) / count, adjusted: estimate };
  });
}

export function counts(size: number, positions: Int32Array, chosen: Int32Array): number[] {
  const list = Array.from({ length: size }, () => 0);
  for (const f of chosen) {
    const position = at(positions, f);
    list[position] = (list[position] ?? 0) + 1;
  }
  return list;
}

export function countOf(positions: Int32Array, chosen: Int32Array): number {
  return new Set(chosen.map((f) => at(positions, f))).size;
}
