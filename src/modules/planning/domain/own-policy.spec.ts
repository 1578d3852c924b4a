import { ownPolicyOf, VARIANT_FIELDS, withOwnPolicy } from './own-policy.ts';
import { type PlanningPolicy, STANDARD_POLICY } from './planning-policy.ts';

describe('the policy of a variant', () => {
  it.each([
    ['nothing', {}, {}],
    ['what the policy says anyway', { travel: STANDARD_POLICY.engine.weights.travel, perDay: 2 }, {}],
    ['a weight', { travel: 777 }, { travel: 777 }],
    ['no limit where there was one', { perDay: null }, { perDay: null }],
    ['what comes first', { tierOrder: 'fit_first' }, { tierOrder: 'fit_first' }],
    ['what no variant may decide', { maxKm: 3 }, {}],
  ])('keeps of what was chosen what differs: %s', (_, chosen, kept) => {
    expect(ownPolicyOf(chosen, STANDARD_POLICY)).toEqual(kept);
  });

  it.each<readonly [object, (policy: PlanningPolicy) => unknown, unknown]>([
    [{ travel: 777 }, ({ engine }) => engine.weights.travel, 777],
    [{ rotation: 5 }, ({ engine }) => engine.weights.rotation, 5],
    [{ coverageBase: 40 }, ({ engine }) => engine.coverage.base, 40],
    [{ roundPercent: 130 }, ({ roundPercent }) => roundPercent, 130],
    [{ perDay: null }, ({ caps }) => caps, { ...STANDARD_POLICY.caps, day: null }],
    [{ perWeek: 9 }, ({ caps }) => caps, { ...STANDARD_POLICY.caps, week: 9 }],
    [{ tierOrder: 'fit_first' }, ({ engine }) => engine.tiers.slice(0, 3), ['coverage', 'quality', 'fairness']],
  ])('%j is planned by', (own, read, value) => {
    expect(read(withOwnPolicy(STANDARD_POLICY, own as Record<string, number>))).toEqual(value);
  });

  it('leaves everything else to the committee', () => {
    const other = { ...STANDARD_POLICY, alwaysFromWeakness: 0.9 };
    expect(withOwnPolicy(other, { travel: 777 }).alwaysFromWeakness).toBe(0.9);
    expect(withOwnPolicy(other, {})).toEqual(other);
  });

  it('is a handful of fields, each with its bounds', () => {
    expect(VARIANT_FIELDS).toHaveLength(9);
  });
});
