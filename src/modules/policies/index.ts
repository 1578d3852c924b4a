export { ChangePolicy, revisionOf } from './application/change-policy.ts';
export { POLICY_PARTS, type PolicyPart, type PolicyPartKey } from './application/policy-part.ts';
export { PolicyParts } from './application/policy-parts.ts';
export { contentOn, type DatedPolicy, policyOn } from './domain/dated-policies.ts';
export { type PolicyContent, valuesIn, withContent } from './domain/policy-content.ts';
export { POLICY_UNITS, type PolicyField, type PolicyValue, type PolicyValues } from './domain/policy-field.ts';
export { type PolicyFault, readValues } from './domain/read-values.ts';
