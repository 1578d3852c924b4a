export { IdentityModule } from './identity.module.ts';
export { AccountEntity, MembershipEntity, SessionEntity, SignInLinkEntity } from './infra/entities.ts';
export { identityTexts } from './texts.ts';
