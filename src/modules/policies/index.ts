export { ChangePolicy } from './application/change-policy.ts';
export { type PolicyPart, type PolicyPartKey } from './application/policy-part.ts';
export { PoliciesReadModel, type PolicyFacts } from './infra/policies-read-model.ts';
export { PolicyCommittee } from './infra/repositories/policy-committee.ts';
export { PolicyParts } from './application/policy-parts.ts';
export { changedPolicies, changedValues, contentOn, type DatedPolicy } from './domain/dated-policies.ts';
export { type PolicyContent, valuesIn, withContent, withValue } from './domain/policy-content.ts';
export { type PolicyField, type PolicyValue, type PolicyValues } from './domain/policy-field.ts';
export { readValues } from './domain/read-values.ts';
