import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../modules/documents/wiring.ts';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { DeskNamesReadModel } from '../desk/desk-names-read-model.ts';
import { AmendPageController } from './amend-page-controller.ts';
import { AmendScreenReadModel } from './amend-screen-read-model.ts';
import { AmendmentsPageController } from './amendments-page-controller.ts';
import { AmendmentsScreenReadModel } from './amendments-screen-read-model.ts';
import { HandoverPageController } from './handover-page-controller.ts';
import { HandoverScreenReadModel } from './handover-screen-read-model.ts';

@Module({
  imports: [DocumentsModule, NotificationsModule, PlanningModule, VisitsModule],
  controllers: [AmendPageController, AmendmentsPageController, HandoverPageController],
  providers: [AmendScreenReadModel, AmendmentsScreenReadModel, HandoverScreenReadModel, DeskNamesReadModel],
})
export class AmendPagesModule {}
