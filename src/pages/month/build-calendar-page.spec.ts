import { isMoreThan, isMostOf } from './build-calendar-page.ts';

describe('a day of a calendar', () => {
  it.each([
    [150, 187, true],
    [94, 187, true],
    [93, 187, false],
    [6, 10, true],
    [5, 10, false],
    [9, 9, false],
    [0, 0, false],
  ])('with %d of %d meetings has most of them: %s', (meetings, all, isMost) => {
    expect(isMostOf(meetings, all)).toBe(isMost);
  });

  it.each([
    [46, 45, true],
    [45, 45, false],
    [3, 0, false],
  ])('with %d meetings for %d people has more meetings: %s', (meetings, people, isMore) => {
    expect(isMoreThan(meetings, people)).toBe(isMore);
  });
});
