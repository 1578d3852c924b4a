import { stepNumber, writtenNumber } from './written-number.ts';

describe('a number as it is written', () => {
  it.each([
    ['9,5', 9.5],
    ['9.5', 9.5],
    [' 24,75 ', 24.75],
    ['0', 0],
    ['36', 36],
    ['', null],
    ['-1', null],
    ['1,', null],
    [',5', null],
    ['1.000,5', null],
    ['chín', null],
  ])('%p is %p', (text, expected) => expect(writtenNumber(text)).toBe(expected));

  const counts = { step: 1, minimum: 0, maximum: 40 };
  const quarters = { step: 0.25, minimum: 0, maximum: 25 };
  const halves = { step: 0.5, minimum: 0, maximum: 10 };
  it.each([
    ['', 1, counts, 1],
    ['', -1, counts, null],
    ['', -1, { ...counts, minimum: 1 }, null],
    ['', 1, halves, 0.5],
    ['1', -1, counts, 0],
    ['1', -1, { ...counts, minimum: 1 }, null],
    ['0', -1, counts, null],
    ['40', 1, counts, null],
    ['45', -1, counts, 40],
    ['45', 1, counts, null],
    ['9,5', 1, quarters, 9.75],
    ['9.5', -1, quarters, 9.25],
    ['9,6', 1, quarters, 9.75],
    ['9,6', -1, quarters, 9.5],
    ['9,75', 1, halves, 10],
    ['0,7', 1, { step: 0.1, minimum: 0, maximum: 1 }, 0.8],
    ['0,3', -1, { step: 0.1, minimum: 0, maximum: 1 }, 0.2],
    ['3x', 1, counts, null],
  ] as const)('%p one step %p', (text, by, steps, expected) => expect(stepNumber(text, by, steps)).toBe(expected));
});
