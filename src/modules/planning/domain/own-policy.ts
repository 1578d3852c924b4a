import { type PolicyValues, withContent, type PolicyContent, withValue, valuesIn } from '../../policies/index.ts';
import { PLANNING_FIELDS } from './planning-fields.ts';
import type { PlanningPolicy } from './planning-policy.ts';

/** What a variant may decide otherwise than the committee's policy, in the order in which it is asked. */
const KEYS: readonly string[] = [
  'coverageBase',
  'cycleDue',
  'roundPercent',
  'tierOrder',
  'expertise',
  'rotation',
  'travel',
  'perDay',
  'perWeek',
];

export const VARIANT_FIELDS = KEYS.flatMap((key) => PLANNING_FIELDS.filter((field) => field.key === key));

/** The policy by which a variant is planned and judged. */
export function withOwnPolicy(policy: PlanningPolicy, own: PolicyValues): PlanningPolicy {
  const content = VARIANT_FIELDS.reduce<PolicyContent>(
    (changed, field) => (own[field.key] === undefined ? changed : withValue(changed, field, own[field.key] ?? null)),
    {},
  );
  return withContent(policy, content);
}

/** Of the values that were chosen those that differ from the policy: the variant follows it in everything else. */
export function ownPolicyOf(chosen: PolicyValues, policy: PlanningPolicy): PolicyValues {
  const values = valuesIn(policy, VARIANT_FIELDS);
  return Object.fromEntries(
    VARIANT_FIELDS.flatMap(({ key }) => {
      const value = chosen[key];
      return value === undefined || value === values[key] ? [] : [[key, value]];
    }),
  );
}
