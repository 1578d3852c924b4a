export { AuditTrail } from './application/audit-trail.ts';
export type { AuditHead } from './domain/chain.ts';
