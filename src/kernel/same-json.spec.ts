import fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';
import { isSameJson } from './same-json.ts';

const data = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, undefined, true, 0, -0, 1, 1.5, 'a', '', 'null'),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { maxKeys: 3 }),
  ),
})).any;

describe('isSameJson', () => {
  it('says the same as canonical JSON', () => {
    fc.assert(
      fc.property(data, data, (a, b) => {
        expect(isSameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
      }),
      { numRuns: 5000 },
    );
  });

  it('finds data equal to what comes back from a file', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(isSameJson(value, JSON.parse(canonicalJson(value)))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
