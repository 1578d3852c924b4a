import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { ChangePolicy } from './application/change-policy.ts';
import { PolicyParts } from './application/policy-parts.ts';
import { PoliciesController } from './api/policies-controller.ts';
import { PoliciesReadModel } from './infra/policies-read-model.ts';
import { PolicyCommittee } from './infra/repositories/policy-committee.ts';

/** The decisions in which committees differ from the built-in policy, dated by month. */
@Module({
  imports: [AuditModule],
  controllers: [PoliciesController],
  providers: [PolicyCommittee, PolicyParts, PoliciesReadModel, ChangePolicy],
  exports: [PolicyCommittee, PolicyParts, PoliciesReadModel, ChangePolicy],
})
export class PoliciesModule {}
