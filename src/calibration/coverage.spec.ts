import { MEAN, ratedForms, type RatedShape } from '../../test/generate/rated-forms.ts';
import { propertyRuns } from '../../test/support/property-runs.ts';
import { SEED } from '../../test/support/seed.ts';
import { calibrateLevels } from './levels/levels-calibration.ts';
import { calibratePoints } from './points/points-calibration.ts';
import type { Estimate } from './estimate.ts';
import { ratingsOf } from './ratings.ts';

const SHAPE: Omit<RatedShape, 'seed' | 'deviations' | 'criteria'> = {
  observers: 8,
  branches: 20,
  months: 6,
  meetings: 50,
  doubles: 30,
  highest: 3,
};
/** In the gate; a drill tries 50 times as many, of which the share is between 94 and 96. */
const POINT_RUNS = propertyRuns(20).numRuns;
const LEVEL_RUNS = propertyRuns(20).numRuns;
/** So many designs leave chance a third of a per cent. */
const MANY_RUNS = 1000;

/** The share of estimates whose interval holds the truth, and how far chance may take it from 95. */
class Coverage {
  private inside = 0;
  private count = 0;

  add(estimate: Estimate | undefined, truth: number): void {
    if (estimate === undefined) return;
    this.count += 1;
    if (estimate.low <= truth && truth <= estimate.high) this.inside += 1;
  }

  /** Estimates of one design are not independent, so that of few designs the allowance is that of fewer estimates. */
  expectFair(designs: number): void {
    const share = (100 * this.inside) / this.count;
    const allowance = designs < MANY_RUNS ? 1 + 3 * Math.sqrt((95 * 5) / (this.count / 3)) : 1;
    expect(Math.abs(share - 95)).toBeLessThan(allowance);
  }
}

describe('the truth is within the intervals of 95 in 100', () => {
  it('on points, for severities and adjusted scores', () => {
    const [severities, adjusted] = [new Coverage(), new Coverage()];
    for (let run = 0; run < POINT_RUNS; run += 1) {
      const truth = ratedForms({
        ...SHAPE,
        seed: SEED * 10_000 + run,
        criteria: 0,
        deviations: { observer: 3, branch: 5, meeting: 2, form: 4 },
      });
      const ratings = ratingsOf(truth.forms);
      const found = calibratePoints(ratings)?.calibration;
      ratings.observers.forEach((id, o) =>
        severities.add(found?.observers[o]?.severity, truth.severities.get(id) ?? NaN),
      );
      ratings.branches.forEach((id, b) =>
        adjusted.add(found?.branches[b]?.adjusted, MEAN + (truth.branches.get(id) ?? NaN)),
      );
    }
    severities.expectFair(POINT_RUNS);
    adjusted.expectFair(POINT_RUNS);
  });

  it('on levels, for severities and measures', () => {
    const [severities, measures] = [new Coverage(), new Coverage()];
    for (let run = 0; run < LEVEL_RUNS; run += 1) {
      const truth = ratedForms({
        ...SHAPE,
        seed: SEED * 10_000 + run,
        criteria: 5,
        deviations: { observer: 0.8, branch: 1, meeting: 0.4, form: 0.5 },
      });
      const ratings = ratingsOf(truth.forms);
      const found = calibrateLevels(ratings, 'partial_credit');
      ratings.observers.forEach((id, o) =>
        severities.add(found?.observers[o]?.severity, truth.severities.get(id) ?? NaN),
      );
      ratings.branches.forEach((id, b) => measures.add(found?.branches[b]?.measure, truth.branches.get(id) ?? NaN));
    }
    severities.expectFair(LEVEL_RUNS);
    measures.expectFair(LEVEL_RUNS);
  });
});
