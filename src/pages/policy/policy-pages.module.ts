import { Module } from '@nestjs/common';
import { AuditModule } from '../../modules/audit/wiring.ts';
import { PoliciesModule } from '../../modules/policies/wiring.ts';
import { IdentityModule } from '../../modules/identity/wiring.ts';
import { LabelsPageController } from './labels-page-controller.ts';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { DeskPagesModule } from '../desk/desk-pages.module.ts';
import { PolicyTrialPageController } from './policy-trial-page-controller.ts';
import { PolicyTrialScreenReadModel } from './policy-trial-screen-read-model.ts';
import { PolicyPageController } from './policy-page-controller.ts';

@Module({
  imports: [AuditModule, IdentityModule, PlanningModule, PoliciesModule, DeskPagesModule],
  controllers: [LabelsPageController, PolicyPageController, PolicyTrialPageController],
  providers: [PolicyTrialScreenReadModel],
})
export class PolicyPagesModule {}
