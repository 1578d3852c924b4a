export { GrantRole, type Person } from './application/grant-role.ts';
export { MakeSignInLink } from './application/make-sign-in-link.ts';
export { Accounts, Committees, serviceActor } from './application/ports.ts';
export { SetUpCommittee } from './application/set-up-committee.ts';
export { SignIn } from './application/sign-in.ts';
export { IdentityModule } from './identity.module.ts';
export { identityErrors } from './errors.ts';
export { identityMessages } from './messages.ts';
export * as identityEntities from './infra/entities.ts';
