import { Module } from '@nestjs/common';
import { AuditTrail } from './infra/audit-trail.ts';
import { LastEdit } from './infra/last-edit.ts';

@Module({
  providers: [AuditTrail, LastEdit],
  exports: [AuditTrail, LastEdit],
})
export class AuditModule {}
