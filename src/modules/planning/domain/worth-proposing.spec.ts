import { isWorthProposing } from './worth-proposing.ts';

describe('a repair', () => {
  it.each([
    ['that nobody else has to move for', true, 1, true],
    ['not proven, for which nobody else has to move', false, 1, true],
    ['not proven, for which three others move', false, 4, true],
    ['not proven, for which four others move', false, 5, false],
    ['proven, for which many have to move', true, 20, true],
  ])('%s', (_, isProven, people, isShown) => {
    const takers = [{ specialistId: 'p0', meetingId: 'm' }];
    const cost = { people: Array.from({ length: people }, (__, i) => ({ specialistId: `p${i}` })) };
    expect(isWorthProposing({ isProven, takers, cost })).toBe(isShown);
  });
});
