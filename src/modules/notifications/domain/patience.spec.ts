import { pauseAfter } from './patience.ts';

describe('the patience with a mail server', () => {
  it('asks again soon at first, then once an hour', () => {
    expect([1, 2, 3, 4].map(pauseAfter)).toEqual([5, 10, 20, 40]);
    expect(pauseAfter(30)).toBe(3600);
  });

  it('ends, but not before a long weekend is over', () => {
    let seconds = 0;
    let attempts = 1;
    for (let pause = pauseAfter(1); pause !== null; pause = pauseAfter(++attempts)) seconds += pause;
    expect(seconds / 86_400).toBeGreaterThan(2.5);
    expect(seconds / 86_400).toBeLessThan(4);
  });
});
