export { type AuditEvent, AuditTrail, type ChainReport } from './application/audit-trail.ts';
export { AuditModule } from './audit.module.ts';
