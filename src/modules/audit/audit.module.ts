import { Module } from '@nestjs/common';
import { AuditTrail } from './application/audit-trail.ts';
import { ChainedAuditTrail } from './infra/chained-audit-trail.ts';

@Module({
  providers: [{ provide: AuditTrail, useClass: ChainedAuditTrail }],
  exports: [AuditTrail],
})
export class AuditModule {}
