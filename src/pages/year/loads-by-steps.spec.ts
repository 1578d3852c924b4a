import { loadsBySteps } from './loads-by-steps.ts';

describe('people by how far they are from their share', () => {
  it.each<[string, readonly (readonly [number, number])[], readonly (readonly [number, number])[]]>([
    ['nobody', [], []],
    ['nobody who takes part', [[0, 0]], []],
    [
      'by whole visits, with the steps between',
      [
        [5, 400],
        [3, 460],
        [2, 210],
      ],
      [
        [-2, 1],
        [-1, 0],
        [0, 1],
        [1, 1],
      ],
    ],
    ['who went without a share', [[1, 0]], [[1, 1]]],
  ])('%s', (_, people, expected) => {
    const steps = loadsBySteps(people.map(([visits, share]) => ({ visits, share })));
    expect(steps.map(({ step, people: count }) => [step, count])).toEqual(expected);
  });
});
