import fc from 'fast-check';
import { month } from '../../../kernel/month.ts';
import { readLines, sourcesPath, writeLines } from './briefing-links.ts';

describe('the lines behind a figure, in an address', () => {
  it('are written as short as they can be', () => {
    expect(sourcesPath(month('2020-12'), 2, [7, 1, 3, 2])).toBe(
      '/months/2020-12/briefing/sources?version=2&lines=1-3,7',
    );
  });

  it('are read as they were written', () => {
    const line = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(fc.uniqueArray(line, { minLength: 1 }), line, (lines, other) => {
        const has = readLines(writeLines(lines));
        expect(lines.every((each) => has?.(each))).toBe(true);
        expect(has?.(other)).toBe(lines.includes(other));
      }),
    );
  });

  it.each(['', '1-', 'a', '1,,2', '1 or 2', '999999'])('are not read from %p', (text) => {
    expect(readLines(text)).toBeNull();
  });
});
