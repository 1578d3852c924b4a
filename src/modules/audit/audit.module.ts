import { Module } from '@nestjs/common';
import { AuditTrail } from './infra/audit-trail.ts';

@Module({
  providers: [AuditTrail],
  exports: [AuditTrail],
})
export class AuditModule {}
