import type { PolicyField } from './policy-field.ts';
import { readValue, readValues } from './read-values.ts';

const place = { key: 'k', group: 'g', path: ['k'] };
const WHOLE: PolicyField = { ...place, kind: 'whole', least: 1, most: 10, unit: 'visits' };
const OPTIONAL: PolicyField = { ...WHOLE, isOptional: true };
const TIME: PolicyField = { ...place, kind: 'time' };
const CHOICE: PolicyField = { ...place, kind: 'choice', options: ['a', 'b'] };
const YES_NO: PolicyField = { ...place, kind: 'yes_no' };

describe('a value of a policy', () => {
  it.each([
    [WHOLE, ' 3 ', 3],
    [WHOLE, 10, 10],
    [OPTIONAL, '', null],
    [OPTIONAL, null, null],
    [TIME, '17h30', '17:30'],
    [TIME, '7:00', '07:00'],
    [CHOICE, 'b', 'b'],
    [YES_NO, 'no', false],
    [YES_NO, true, true],
  ] as readonly (readonly [PolicyField, unknown, unknown])[])('of %j written %j is %j', (field, given, value) => {
    expect(readValue(field, given)).toEqual({ value });
  });

  it.each([
    [WHOLE, '0', 'whole'],
    [WHOLE, '11', 'whole'],
    [WHOLE, '-1', 'whole'],
    [WHOLE, '2,5', 'whole'],
    [WHOLE, 2.5, 'whole'],
    [WHOLE, '1e1', 'whole'],
    [WHOLE, 'hai', 'whole'],
    [WHOLE, '', 'needed'],
    [WHOLE, null, 'needed'],
    [OPTIONAL, {}, 'needed'],
    [OPTIONAL, true, 'needed'],
    [TIME, '25:00', 'time'],
    [TIME, 'tối', 'time'],
    [CHOICE, 'c', 'choice'],
    [YES_NO, '', 'choice'],
  ] as readonly (readonly [PolicyField, unknown, string])[])('of %j is not %j: %s', (field, given, code) => {
    expect(readValue(field, given)).toEqual({ code });
  });

  it('that is not given stays', () => {
    expect(readValues([WHOLE, { ...TIME, key: 't' }], { t: 'x', other: 1 })).toMatchObject({
      values: {},
      faults: [{ field: { key: 't' }, code: 'time' }],
    });
  });
});
