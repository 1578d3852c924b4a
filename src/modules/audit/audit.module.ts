import { Module } from '@nestjs/common';
import { AuditTrail } from './infra/audit-trail.ts';
import { HistoryReadModel } from './infra/history-read-model.ts';
import { LastEdit } from './infra/last-edit.ts';

@Module({
  providers: [AuditTrail, HistoryReadModel, LastEdit],
  exports: [AuditTrail, HistoryReadModel, LastEdit],
})
export class AuditModule {}
