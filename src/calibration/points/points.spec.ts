import { denseFit } from '../../../test/support/calibration/dense-reference.ts';
import { ratedForms, type RatedShape } from '../../../test/generate/rated-forms.ts';
import { SEED } from '../../../test/support/seed.ts';
import { at } from '../algebra/dense-cholesky.ts';
import { helpfulDoubleVisits } from '../double-visits.ts';
import type { FormRating } from '../form-rating.ts';
import { type Design, designOf } from '../model/design.ts';
import { extraTerm } from '../model/extra-term.ts';
import { type Ratings, ratingsOf } from '../ratings.ts';
import { fitPoints, restrictedVariances, type Variances } from './fit-points.ts';
import { calibratePoints } from './points-calibration.ts';

const SHAPE: RatedShape = {
  seed: SEED,
  observers: 6,
  branches: 12,
  months: 4,
  meetings: 30,
  doubles: 40,
  criteria: 0,
  highest: 1,
  deviations: { observer: 3, branch: 5, meeting: 2, form: 4 },
};
const VARIANCES: Variances = { blocks: [9, 25, 4], residual: 16 };

describe('the additive model on points', () => {
  it('finds the variances of balanced data as their mean squares give them: Shrout and Fleiss (1979), four judges', () => {
    const targets = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const forms = targets.flatMap((row, t) =>
      row.map((points, j): FormRating => ({ observer: `J${j}`, branch: `T${t}`, points, scores: {} })),
    );
    const ratings = ratingsOf(forms);
    const { blocks, residual } = restrictedVariances(designOf(ratings, all(ratings)), ratings.points);
    const [judges = 0, between = 0] = blocks;
    // Published mean squares: targets 11.24, judges 32.49, error 1.02; ICC(2,1) = 0.29, ICC(3,1) = 0.71.
    expect(judges).toBeCloseTo((32.4861 - 1.0194) / 6, 3);
    expect(between).toBeCloseTo((11.2417 - 1.0194) / 4, 3);
    expect(residual).toBeCloseTo(1.0194, 3);
    expect(between / (between + judges + residual)).toBeCloseTo(0.29, 2);
    expect(between / (between + residual)).toBeCloseTo(0.71, 1);
  });

  it('agrees with whole matrices in effects, errors and likelihood, double visits included', () => {
    const { ratings, design } = aDesign();
    const fit = fitPoints(design, ratings.points, VARIANCES);
    const dense = denseFit(denseModel(design, ratings));
    expect(design.blocks.map(({ facet }) => facet)).toEqual(['observer', 'branch', 'meeting']);
    expect(fit.mean).toBeCloseTo(dense.mean, 8);
    expect(fit.logLikelihood).toBeCloseTo(dense.logLikelihood, 7);
    const { effects } = fit.system.spread('fine');
    const ofMean = fit.system.ofFixed(0);
    expect(ofMean.variance).toBeCloseTo(dense.covariance.at(-1)?.at(-1) ?? NaN, 8);
    dense.effects.forEach((value, i) => {
      expect(at(fit.effects, i)).toBeCloseTo(value, 8);
      expect(at(effects, i)).toBeCloseTo(dense.covariance[i]?.[i] ?? NaN, 8);
      expect(at(ofMean.random, i)).toBeCloseTo(dense.covariance.at(-1)?.[i] ?? NaN, 8);
    });
  });

  it('finds variances at which the likelihood of whole matrices is highest', () => {
    const { ratings, design } = aDesign();
    const best = restrictedVariances(design, ratings.points);
    const heightAt = (variances: readonly number[]) =>
      denseFit(denseModel(design, ratings, { blocks: variances.slice(0, -1), residual: variances.at(-1) ?? NaN }))
        .logLikelihood;
    const here = [...best.blocks, best.residual];
    const height = heightAt(here);
    here.forEach((variance, i) => {
      for (const factor of [0.9, 1.1]) {
        expect(heightAt(here.map((one, k) => (k === i ? Math.max(variance, 1e-4) * factor : one)))).toBeLessThan(
          height + 1e-6,
        );
      }
    });
  });

  it('simulates errors of sets that are too entangled to factorise, to a few per cent', () => {
    const { ratings, design } = aDesign({ observers: 40, branches: 60, meetings: 250 });
    const rough = designOf(ratings, all(ratings), 0);
    expect([design.plan === null, rough.plan === null]).toEqual([false, true]);
    const [exact, simulated] = [design, rough].map((one) => fitPoints(one, ratings.points, VARIANCES));
    const errors = [exact, simulated].map((fit) => fit?.system.spread('fine').effects ?? new Float64Array(0));
    for (let i = 0; i < 100; i += 1) {
      expect(at(simulated?.effects ?? new Float64Array(0), i)).toBeCloseTo(
        at(exact?.effects ?? new Float64Array(0), i),
        3,
      );
      const ratio = Math.sqrt(at(errors[1] ?? new Float64Array(0), i) / at(errors[0] ?? new Float64Array(0), i));
      expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
    }
  });

  it('tells one more fixed effect as a fit with it would', () => {
    const { ratings, design } = aDesign();
    const fit = fitPoints(design, ratings.points, VARIANCES);
    const weight = 1 / VARIANCES.residual;
    const share = new Map([
      [0, 1.5],
      [3, -1],
      [4, 1],
      [11, 2],
    ]);
    const term = extraTerm(
      {
        design,
        system: fit.system,
        score: fit.residuals.map((residual) => residual * weight),
        weight: new Float64Array(design.forms).fill(weight),
        shared: () => Float64Array.of(weight),
        fixedEffects: 1,
      },
      share,
    );
    // A random effect of enormous variance is a fixed one; its likelihood is a parabola, and three points give it.
    const shifted = (by: number) =>
      denseFit({
        ...denseModel(design, ratings),
        y: [...ratings.points].map((value, f) => value - by * (share.get(f) ?? 0)),
      }).logLikelihood;
    const [low, middle, high] = [shifted(-1), shifted(0), shifted(1)];
    const information = 2 * middle - low - high;
    expect(term?.variance).toBeCloseTo(1 / information, 6);
    expect(term?.estimate).toBeCloseTo((high - low) / 2 / information, 6);
  });

  it('proposes double visits whose effect on errors is what a fit with both forms has', () => {
    const { ratings } = aDesign();
    const found = calibratePoints(ratings);
    if (found === null) throw new Error('nothing was fitted');
    const { fit, design } = found.fitted;
    const visits = helpfulDoubleVisits(ratings, found.fitted, 3);
    expect(visits).toHaveLength(3);
    const model = denseModel(design, ratings, fit.variances);
    const effects = model.effects.map((columns) => [...columns]);
    const variances = [...model.variances];
    const now = () =>
      widest(denseFit({ ...model, effects, variances, size: variances.length, y: effects.map(() => 0) }));
    for (const { observers, branch, widestBefore, widestAfter } of visits) {
      expect(now()).toBeCloseTo(widestBefore, 6);
      const meeting = variances.push(fit.variances.blocks[2] ?? NaN) - 1;
      for (const observer of observers) {
        effects.push([
          ratings.observers.indexOf(observer),
          ratings.observers.length + ratings.branches.indexOf(branch),
          meeting,
        ]);
      }
      expect(now()).toBeCloseTo(widestAfter, 6);
    }
    expect(Math.max(...visits.flatMap(({ wishes }) => wishes.map(({ worth }) => worth)))).toBe(100);
  });

  it('proposes no double visit with somebody who cannot go there', () => {
    const { ratings } = aDesign();
    const found = calibratePoints(ratings);
    if (found === null) throw new Error('nothing was fitted');
    const [first] = helpfulDoubleVisits(ratings, found.fitted, 1);
    if (!first) throw new Error('some visit helps');
    const impossible = ratings.observers.map((observer) => ({ observer, branch: first.branch }));
    const others = helpfulDoubleVisits(ratings, found.fitted, 3, impossible);
    expect(others).toHaveLength(3);
    expect(others.map(({ branch }) => branch)).not.toContain(first.branch);
    const one = { observer: first.observers[0], branch: first.branch };
    for (const { observers, branch } of helpfulDoubleVisits(ratings, found.fitted, 3, [one])) {
      expect(branch === one.branch && observers.includes(one.observer)).toBe(false);
    }
  });

  it('proposes double visits also where observers happen not to seem to differ', () => {
    const same = ratedForms({ ...SHAPE, deviations: { observer: 0, branch: 5, meeting: 0, form: 4 } });
    const ratings = ratingsOf(same.forms);
    const found = calibratePoints(ratings);
    expect(found && helpfulDoubleVisits(ratings, found.fitted, 2)).toHaveLength(2);
  });

  const widest = ({ covariance }: ReturnType<typeof denseFit>) =>
    Math.sqrt(Math.max(...covariance.slice(0, SHAPE.observers).map((row, i) => row[i] ?? NaN)));
});

function aDesign(change: Partial<RatedShape> = {}): { ratings: Ratings; design: Design } {
  const ratings = ratingsOf(ratedForms({ ...SHAPE, ...change }).forms);
  return { ratings, design: designOf(ratings, all(ratings)) };
}

function all({ forms }: Ratings): Int32Array {
  return Int32Array.from({ length: forms }, (_, f) => f);
}

function denseModel({ effects, width, forms, size, blocks }: Design, { points }: Ratings, variances = VARIANCES) {
  return {
    effects: Array.from({ length: forms }, (_, f) => [...effects.subarray(f * width, (f + 1) * width)]),
    size,
    variances: Array.from(
      { length: size },
      (_, i) => variances.blocks[blocks.findIndex(({ start, end }) => i >= start && i < end)] ?? NaN,
    ),
    residual: variances.residual,
    y: [...points],
  };
}
