export { PoliciesModule } from './policies.module.ts';
export { policyTexts } from './texts.ts';
