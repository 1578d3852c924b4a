import { ratedForms } from '../../../test/generate/rated-forms.ts';
import { inverted } from '../../../test/support/calibration/dense-reference.ts';
import { SEED } from '../../../test/support/seed.ts';
import { at } from '../algebra/dense-cholesky.ts';
import { normalDraws } from '../algebra/normal-draws.ts';
import type { FormRating } from '../form-rating.ts';
import { designOf } from '../model/design.ts';
import { ratingsOf, type Scale } from '../ratings.ts';
import { beginning, fitLevels, predictorOf } from './fit-levels.ts';
import { levelLikelihood } from './level-likelihood.ts';
import { stepsOf } from './steps.ts';

const SCALES: readonly Scale[] = ['partial_credit', 'rating_scale'];
/**
 * Three senior scientists rate seven junior ones on five traits of creativity, from 1 to 9 (Guilford 1954, p. 282);
 * the example of the manual of Facets. Each row: rater, rated, ratings.
 */
const CREATIVITY = [
  '1 1 5 5 3 5 3',
  '1 2 9 7 5 8 5',
  '1 3 3 3 3 7 1',
  '1 4 7 3 1 3 3',
  '1 5 9 7 7 8 5',
  '1 6 3 5 3 5 1',
  '1 7 7 7 5 5 5',
  '2 1 6 5 4 6 3',
  '2 2 8 7 5 7 2',
  '2 3 4 5 3 6 6',
  '2 4 5 6 4 5 5',
  '2 5 2 4 3 2 3',
  '2 6 4 4 6 4 2',
  '2 7 3 3 5 5 4',
  '3 1 5 5 5 7 3',
  '3 2 7 7 5 7 5',
  '3 3 3 5 5 5 5',
  '3 4 5 3 3 3 1',
  '3 5 9 7 7 7 7',
  '3 6 3 3 3 5 3',
  '3 7 7 7 7 5 7',
]
  .map((row) => row.split(' '))
  .map(([rater = '', rated = '', ...given]): FormRating => ({
    observer: `J${rater}`,
    branch: `S${rated}`,
    scores: Object.fromEntries(given.map((score, k) => [`T${k + 1}`, Number(score)])),
  }));

describe('the many-facet Rasch model', () => {
  it.each(SCALES)('has the derivatives of its likelihood: %s', (scale) => {
    const { steps, levels, forms } = anExample(scale);
    const normal = normalDraws(SEED);
    const predictor = Float64Array.from({ length: forms }, normal);
    const parameters = Float64Array.from({ length: steps.size }, normal);
    const here = levelLikelihood(steps, levels, predictor, parameters);
    const step = 1e-5;
    const nudged = (values: Float64Array, i: number, by: number) =>
      values.map((value, k) => (k === i ? value + by : value));
    for (const f of [0, 3, forms - 1]) {
      const [up, down] = [step, -step].map((by) =>
        levelLikelihood(steps, levels, nudged(predictor, f, by), parameters),
      );
      if (up === undefined || down === undefined) throw new Error('no likelihood');
      expect((up.logLikelihood - down.logLikelihood) / (2 * step)).toBeCloseTo(at(here.score, f), 5);
      expect((at(down.score, f) - at(up.score, f)) / (2 * step)).toBeCloseTo(at(here.weight, f), 5);
    }
    for (let a = 0; a < steps.size; a += 1) {
      const [up, down] = [step, -step].map((by) =>
        levelLikelihood(steps, levels, predictor, nudged(parameters, a, by)),
      );
      if (up === undefined || down === undefined) throw new Error('no likelihood');
      expect((up.logLikelihood - down.logLikelihood) / (2 * step)).toBeCloseTo(at(here.gradient, a), 4);
      expect((at(down.score, 3) - at(up.score, 3)) / (2 * step)).toBeCloseTo(at(here.shared, 3 * steps.size + a), 5);
      for (let b = 0; b < steps.size; b += 1) {
        expect((at(down.gradient, b) - at(up.gradient, b)) / (2 * step)).toBeCloseTo(
          at(here.information, a * steps.size + b),
          4,
        );
      }
    }
  });

  it.each(SCALES)('is joint maximum likelihood where everybody may differ as they like: %s', (scale) => {
    const { ratings, design, steps, levels } = anExample(scale, CREATIVITY);
    const free = { blocks: design.blocks.map(() => 1e6), form: 1e-10 };
    const fit = fitLevels(design, steps, levels, free, beginning(design, steps, levels));
    // Its conditions: every rater, every scientist and every step has the sum of ratings that is expected.
    const sums = new Float64Array(design.size);
    fit.likelihood.score.forEach((rest, f) => {
      for (let k = 0; k < design.width; k += 1) {
        const effect = at(design.effects, f * design.width + k);
        sums[effect] = at(sums, effect) + rest;
      }
    });
    for (const rest of [...sums, ...fit.likelihood.gradient]) expect(Math.abs(rest)).toBeLessThan(2e-4);
    expect(ratings.criteria.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'T4', 'T5']);
    // The second scientist is the most creative, the sixth the least.
    const scientists = [...fit.effects.subarray(3)];
    expect(scientists.indexOf(Math.max(...scientists))).toBe(1);
    expect(scientists.indexOf(Math.min(...scientists))).toBe(5);
  });

  it.each(SCALES)('has the errors and the determinant of the whole matrix of information: %s', (scale) => {
    const { design, steps, levels } = anExample(scale);
    const variances = { blocks: [0.6, 1, 0.2], form: 0.3 };
    const fit = fitLevels(design, steps, levels, variances, beginning(design, steps, levels));
    const { weight, shared, information, score, gradient } = fit.likelihood;
    const { size, forms, width, effects, blocks } = design;
    const all = size + forms + steps.size;
    const matrix = Array.from({ length: all }, () => Array.from({ length: all }, () => 0));
    const add = (a: number, b: number, value: number) => ((matrix[a] as number[])[b] = (matrix[a]?.[b] ?? 0) + value);
    const rest = new Float64Array(size);
    blocks.forEach(({ start, end }, k) => {
      for (let i = start; i < end; i += 1) {
        add(i, i, 1 / (variances.blocks[k] ?? NaN));
        rest[i] = -at(fit.effects, i) / (variances.blocks[k] ?? NaN);
      }
    });
    for (let f = 0; f < forms; f += 1) {
      const columns = [...effects.subarray(f * width, (f + 1) * width), size + f];
      for (const a of columns) for (const b of columns) add(a, b, at(weight, f));
      add(size + f, size + f, 1 / variances.form);
      for (let p = 0; p < steps.size; p += 1) {
        for (const a of columns) {
          add(a, size + forms + p, at(shared, f * steps.size + p));
          add(size + forms + p, a, at(shared, f * steps.size + p));
        }
      }
      for (const a of columns.slice(0, -1)) rest[a] = at(rest, a) + at(score, f);
      expect(at(score, f) - at(fit.formEffects, f) / variances.form).toBeCloseTo(0, 3);
    }
    for (let a = 0; a < steps.size; a += 1) {
      for (let b = 0; b < steps.size; b += 1)
        add(size + forms + a, size + forms + b, at(information, a * steps.size + b));
    }
    for (const value of [...rest, ...gradient]) expect(value).toBeCloseTo(0, 3);
    const { inverse, logDeterminant } = inverted(matrix);
    const errors = fit.system.spread('fine').effects;
    errors.forEach((variance, i) => expect(variance).toBeCloseTo(inverse[i]?.[i] ?? NaN, 7));
    const predictor = predictorOf(design, fit);
    expect(predictor).toHaveLength(forms);
    const prior = blocks.reduce(
      (sum, { start, end }, k) => {
        const variance = variances.blocks[k] ?? NaN;
        return (
          sum +
          (end - start) * Math.log(variance) +
          fit.effects.subarray(start, end).reduce((q, u) => q + (u * u) / variance, 0)
        );
      },
      forms * Math.log(variances.form) + fit.formEffects.reduce((q, u) => q + (u * u) / variances.form, 0),
    );
    expect(fit.logLikelihood).toBeCloseTo(fit.likelihood.logLikelihood - (prior + logDeterminant) / 2, 6);
  });
});

function anExample(scale: Scale, forms?: readonly FormRating[]) {
  const made = ratedForms({
    seed: SEED,
    observers: 5,
    branches: 7,
    months: 3,
    meetings: 24,
    doubles: 70,
    criteria: 3,
    highest: 3,
    deviations: { observer: 0.8, branch: 1, meeting: 0.4, form: 0.5 },
  });
  const ratings = ratingsOf(forms ?? made.forms, scale);
  const design = designOf(
    ratings,
    Int32Array.from({ length: ratings.forms }, (_, f) => f),
  );
  return { ratings, design, steps: stepsOf(ratings, scale), levels: ratings.levels, forms: ratings.forms };
}
