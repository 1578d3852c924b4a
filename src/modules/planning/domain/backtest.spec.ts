import type { Replay } from '../../../solver/index.ts';
import { compareReplays } from './backtest.ts';

const figures = { meetings: 1, met: 1, visits: 1, lostCoverage: 0, dueBranches: 0, dueVisited: 0, metres: 0 };
const replay = (spread: number, ...deviations: readonly number[]): Replay => ({
  name: 'a policy',
  months: deviations.map((deviation, index) => ({
    name: `2020-0${index + 1}`,
    status: 'optimal',
    figures: { ...figures, load: { least: 0, most: 2, mean: 1, spread: deviation }, unknownWays: 0, meanCosts: {} },
    inCycle: 1,
    branches: 1,
    rotationGaps: [],
  })),
  total: {
    visits: 2,
    lostCoverage: 0,
    metres: 1_000,
    cycleKept: 1,
    leastRotationGap: null,
    load: { least: 0, most: 2, mean: 1, spread },
  },
});

describe('two replays of the same months', () => {
  it('are compared by the spread of all visits and by the distance from the shares, which may disagree', () => {
    const compared = compareReplays(replay(2, 0.4, 0.6), replay(1, 0.8, 1));
    expect(Object.fromEntries(compared.map(({ measure, verdict }) => [measure, verdict]))).toEqual({
      cycle: 'same',
      visits: 'same',
      spread: 'better',
      deviation: 'worse',
      distance: 'same',
    });
    expect(compared.find(({ measure }) => measure === 'deviation')).toMatchObject({ before: 0.5, after: 0.9 });
  });
});
