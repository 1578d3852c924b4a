import { at } from '../algebra/dense-cholesky.ts';
import type { Design } from '../model/design.ts';
import type { LevelsFit } from './fit-levels.ts';
import { mostSteps } from './level-likelihood.ts';
import { LevelOdds } from './level-odds.ts';
import { easeOf, type Steps } from './steps.ts';

/** How well levels agree with the model: 1 as expected, more for surprises, less for too much regularity. */
export interface MeanSquares {
  /** Of ratings near to what was expected; each counts by its information. */
  readonly infit: number;
  /** Every rating counts the same, so that single surprises show. */
  readonly outfit: number;
  readonly ratings: number;
}

/** Each rating beside what the model expects of it. */
export interface Residual {
  readonly form: number;
  readonly criterion: number;
  readonly level: number;
  /** From observer, branch and meeting. */
  readonly expected: number;
  /**
   * Of the level around it, what a form has of its own included; less what the estimates have taken from it, so that
   * mean squares are 1 on average however few forms an effect has.
   */
  readonly variance: number;
  /** With what the form has of its own as estimated. */
  readonly expectedInForm: number;
  readonly varianceInForm: number;
}

/** The estimates never take all of it. */
const LEAST_SHARE = 0.1;

/** Calls back for each rating, with one object that changes; a country has a third of a million of them. `taken` is
 * the variance of each form's predictor, as estimated. */
export function eachResidual(
  design: Design,
  steps: Steps,
  levels: Int8Array,
  fit: LevelsFit,
  taken: Float64Array,
  visit: (residual: Readonly<Residual>) => void,
): void {
  const { effects, width, forms } = design;
  const ease = easeOf(steps, fit.parameters);
  const odds = new LevelOdds(mostSteps(steps));
  const residual = { form: 0, criterion: 0, level: 0, expected: 0, variance: 0, expectedInForm: 0, varianceInForm: 0 };
  for (let form = 0; form < forms; form += 1) {
    let predictor = 0;
    for (let k = form * width; k < (form + 1) * width; k += 1) predictor += at(fit.effects, at(effects, k));
    for (let criterion = 0; criterion < steps.criteria; criterion += 1) {
      const level = at(levels, form * steps.criteria + criterion);
      if (level < 0) continue;
      const [from, to] = [at(steps.start, criterion), at(steps.start, criterion + 1)];
      residual.form = form;
      residual.criterion = criterion;
      residual.level = level;
      odds.at(predictor, ease, from, to);
      residual.expected = odds.expected;
      const whole = odds.variance + odds.variance ** 2 * fit.variances.form;
      residual.variance = Math.max(whole - odds.variance ** 2 * at(taken, form), LEAST_SHARE * whole);
      odds.at(predictor + at(fit.formEffects, form), ease, from, to);
      residual.expectedInForm = odds.expected;
      residual.varianceInForm = odds.variance;
      visit(residual);
    }
  }
}

/** Mean squares of groups of ratings, such as those of each observer (Wright and Masters 1982, chapter 5). */
export class FitCount {
  private readonly squares: Float64Array;
  private readonly variances: Float64Array;
  private readonly standardised: Float64Array;
  private readonly ratings: Float64Array;

  constructor(groups: number) {
    this.squares = new Float64Array(groups);
    this.variances = new Float64Array(groups);
    this.standardised = new Float64Array(groups);
    this.ratings = new Float64Array(groups);
  }

  add(group: number, { level, expected, variance }: Residual): void {
    const square = (level - expected) ** 2;
    this.squares[group] = at(this.squares, group) + square;
    this.variances[group] = at(this.variances, group) + variance;
    this.standardised[group] = at(this.standardised, group) + square / Math.max(variance, 1e-9);
    this.ratings[group] = at(this.ratings, group) + 1;
  }

  meanSquares(group: number): MeanSquares {
    const ratings = at(this.ratings, group);
    return {
      infit: at(this.squares, group) / at(this.variances, group),
      outfit: at(this.standardised, group) / ratings,
      ratings,
    };
  }
}
