export { type AuditEvent, AuditTrail, type ChainReport } from './application/audit-trail.ts';
export type { AuditHead } from './domain/chain.ts';
export { AuditModule } from './audit.module.ts';
