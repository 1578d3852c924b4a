import { day, month } from '../../../kernel/month.ts';
import { changedPolicies, changedValues, contentOn, type DatedPolicy, policyOn } from './dated-policies.ts';
import type { PolicyField, PolicyValues } from './policy-field.ts';

const STANDARD = {
  caps: { day: 2, week: 5 },
  weak: 0.7,
  from: 1020,
  once: true,
  far: null as number | null,
  rules: ['a'],
  order: ['a', 'b'],
};
const whole = { kind: 'whole', group: 'g', least: 0, most: 100, unit: 'visits', isOptional: true } as const;
const FIELDS: readonly PolicyField[] = [
  { ...whole, key: 'day', path: ['caps', 'day'] },
  { ...whole, key: 'week', path: ['caps', 'week'] },
  { ...whole, key: 'weak', path: ['weak'], scale: 100 },
  { ...whole, key: 'far', path: ['far'] },
  { kind: 'time', key: 'from', group: 'g', path: ['from'] },
  { kind: 'yes_no', key: 'once', group: 'g', path: ['once'] },
  {
    kind: 'choice',
    key: 'order',
    group: 'g',
    path: ['order'],
    options: ['a_first', 'b_first'],
    stored: { a_first: ['a', 'b'], b_first: ['b', 'a'] },
  },
];
const JANUARY: DatedPolicy = { startsOn: day('2026-01-01'), content: { caps: { day: 3 } } };
const MARCH: DatedPolicy = { startsOn: day('2026-03-01'), content: { caps: { day: 3, week: 9 } } };

function change(policies: readonly DatedPolicy[], from: string, values: PolicyValues): readonly DatedPolicy[] {
  const asked = { fields: FIELDS, from: month(from) };
  const changes = changedValues(STANDARD, policies, { ...asked, values });
  const stored = changedPolicies(STANDARD, policies, { ...asked, changes });
  return [...policies.filter(({ startsOn }) => !stored.some((each) => each.startsOn === startsOn)), ...stored];
}

const on = (policies: readonly DatedPolicy[], of: string) => policyOn(STANDARD, policies, day(of));

describe('a policy', () => {
  it.each([
    ['2025-12-31', 2, 5],
    ['2026-01-01', 3, 5],
    ['2026-02-28', 3, 5],
    ['2026-03-01', 3, 9],
  ])('on %s is the last that has begun, over the built-in one', (of, perDay, perWeek) => {
    expect(on([MARCH, JANUARY], of).caps).toEqual({ day: perDay, week: perWeek });
    expect(on([MARCH, JANUARY], of).weak).toBe(0.7);
  });

  it('is the built-in one where nothing was decided', () => {
    expect(contentOn([], day('2026-01-01'))).toEqual({});
    expect(on([], '2026-01-01')).toEqual(STANDARD);
  });

  it('has lists and nulls as a whole', () => {
    expect(
      policyOn(STANDARD, [{ startsOn: day('2026-01-01'), content: { rules: [], caps: null } }], day('2026-01-01')),
    ).toMatchObject({ rules: [], caps: null });
  });
});

describe('a change of a policy', () => {
  it.each([
    [{ day: 1 }, { caps: { day: 1, week: 5 } }],
    [{ day: null }, { caps: { day: null, week: 5 } }],
    [{ weak: 45 }, { weak: 0.45 }],
    [{ far: 30 }, { far: 30 }],
    [{ from: '18:30' }, { from: 1110 }],
    [{ once: false }, { once: false }],
    [{ order: 'b_first' }, { order: ['b', 'a'] }],
  ] as readonly (readonly [PolicyValues, object])[])('%j counts from its month on', (values, expected) => {
    const changed = change([], '2026-02', values);
    expect(on(changed, '2026-02-01')).toMatchObject(expected);
    expect(on(changed, '2026-01-31')).toEqual(STANDARD);
  });

  it('says what was there before', () => {
    const asked = { fields: FIELDS, from: month('2026-02') };
    const values = { day: 1, week: 5, weak: 70, from: '17:00', once: true, far: null, order: 'a_first' };
    expect(changedValues(STANDARD, [JANUARY], { ...asked, values })).toEqual([{ field: 'day', before: 3, after: 1 }]);
    expect(changedValues(STANDARD, [JANUARY], { ...asked, values: { ...values, day: 3 } })).toEqual([]);
  });

  it('is carried along into later decisions that were not about it', () => {
    const changed = change([JANUARY, MARCH], '2026-02', { day: 1, week: 4 });
    expect(on(changed, '2026-02-01').caps).toEqual({ day: 1, week: 4 });
    expect(on(changed, '2026-03-01').caps).toEqual({ day: 1, week: 9 });
    expect(on(changed, '2026-01-01').caps).toEqual({ day: 3, week: 5 });
  });

  it('ends where a later decision says otherwise', () => {
    const again: DatedPolicy = { startsOn: day('2026-05-01'), content: { caps: { day: 3, week: 9 } } };
    const april: DatedPolicy = { startsOn: day('2026-04-01'), content: { caps: { day: 4, week: 9 } } };
    const changed = change([JANUARY, april, again], '2026-02', { day: 1 });
    expect(on(changed, '2026-04-01').caps.day).toBe(4);
    expect(on(changed, '2026-05-01').caps.day).toBe(3);
  });

  it('takes the place of another from the same month', () => {
    const changed = change([JANUARY], '2026-01', { day: 5 });
    expect(changed).toEqual([{ startsOn: '2026-01-01', content: { caps: { day: 5 } } }]);
  });
});
