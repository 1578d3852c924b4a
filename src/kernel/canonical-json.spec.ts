import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, contentHash } from './canonical-json.ts';

describe('canonical JSON', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [2, { d: 3, c: 4 }] }, '{"a":[2,{"c":4,"d":3}],"b":1}'],
    [[{ b: 1, a: 2 }, { a: 1, b: 2 }, { b: 3 }], '[{"a":2,"b":1},{"a":1,"b":2},{"b":3}]'],
    [{ a: undefined, b: [], c: {}, d: [undefined] }, '{"b":[],"c":{},"d":[null]}'],
    [{ at: new Date(0), text: '"\n\ud800' }, '{"at":"1970-01-01T00:00:00.000Z","text":"\\"\\n\\ud800"}'],
    [undefined, 'null'],
  ])('of %j is %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('is hashed piece by piece as it would be as a whole', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => ({ [`key ${i % 1_500}`]: 'đảng'.repeat(i % 7), n: i }));
    const whole = createHash('sha256').update(canonicalJson(long)).digest('hex');
    expect(contentHash(long)).toBe(whole);
    expect(contentHash({ a: 1 })).toBe(contentHash(JSON.parse('{"a":1}')));
  });

  it('writes texts and numbers as JSON does', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii' }), fc.double());
    fc.assert(
      fc.property(value, (one) => {
        expect(canonicalJson(one)).toBe(JSON.stringify(one));
        expect(canonicalJson([one, { [String(one)]: one }])).toBe(JSON.stringify([one, { [String(one)]: one }]));
      }),
      { numRuns: 5_000 },
    );
  });
});
