import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { ChangePolicy } from './application/change-policy.ts';
import { PolicyParts } from './application/policy-parts.ts';
import { PolicyCommittee } from './infra/repositories/policy-committee.ts';

/** What committees decide otherwise than the built-in policy, dated by month. */
@Module({
  imports: [AuditModule],
  providers: [PolicyCommittee, PolicyParts, ChangePolicy],
  exports: [PolicyParts, ChangePolicy],
})
export class PoliciesModule {}
