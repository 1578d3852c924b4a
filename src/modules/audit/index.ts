export { AuditTrail } from './infra/audit-trail.ts';
export type { AuditHead } from './domain/chain.ts';
