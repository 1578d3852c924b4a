export { AuditTrail } from './infra/audit-trail.ts';
export { HistoryReadModel } from './infra/history-read-model.ts';
export { LastEdit } from './infra/last-edit.ts';
export type { AuditHead } from './domain/chain.ts';
