import { includes, parseSnapshot, sees } from './snapshot.ts';

const snapshot = (text: string) => parseSnapshot(text) ?? { end: 0n, running: new Set<bigint>() };

describe('a snapshot', () => {
  it.each([
    ['10:20:', 19n, true],
    ['10:20:', 20n, false],
    ['10:20:12,15', 12n, false],
    ['10:20:12,15', 13n, true],
    ['10:20:12,15', 9n, true],
  ])('%s sees %s: %s', (text, transaction, expected) => {
    expect(sees(snapshot(text), transaction)).toBe(expected);
  });

  it.each([
    ['10:20:', '10:20:', true],
    ['10:20:', '12:25:', true],
    ['12:25:', '10:20:', false],
    // 12 was running at both, so neither has seen it.
    ['10:20:12', '10:25:12,22', true],
    // The first has seen 12 and the second has not, so the second is no later one.
    ['10:20:', '10:25:12', false],
  ])('%s is included in %s: %s', (earlier, later, expected) => {
    expect(includes(snapshot(later), snapshot(earlier))).toBe(expected);
  });

  it.each(['', '1:2', 'a:b:', '1:2:3;drop', `1:${'9'.repeat(40)}:`])('is not read from %p', (text) => {
    expect(parseSnapshot(text)).toBeNull();
  });
});
