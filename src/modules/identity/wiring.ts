export { IdentityModule } from './identity.module.ts';
export { AccountEntity, MembershipEntity, SessionEntity, SignInLinkEntity } from './infra/entities.ts';
export { HASHING_COST, type HashingCost, OWASP_COST } from './infra/hashing-cost.ts';
export { identityTexts } from './texts.ts';
