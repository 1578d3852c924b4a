export { identityErrors } from './errors.ts';
export { IdentityModule } from './identity.module.ts';
export { identityMessages } from './messages.ts';
export { AccountEntity, MembershipEntity, SessionEntity, SignInLinkEntity } from './infra/entities.ts';
