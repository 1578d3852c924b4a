import { Module } from '@nestjs/common';
import { AuditModule } from '../../modules/audit/wiring.ts';
import { PoliciesModule } from '../../modules/policies/wiring.ts';
import { IdentityModule } from '../../modules/identity/wiring.ts';
import { LabelsPageController } from './labels-page-controller.ts';
import { PolicyPageController } from './policy-page-controller.ts';

@Module({
  imports: [AuditModule, IdentityModule, PoliciesModule],
  controllers: [LabelsPageController, PolicyPageController],
})
export class PolicyPagesModule {}
