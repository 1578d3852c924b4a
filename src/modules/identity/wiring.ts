export { identityErrors } from './errors.ts';
export { IdentityModule } from './identity.module.ts';
export { identityMessages } from './messages.ts';
export * as identityEntities from './infra/entities.ts';
