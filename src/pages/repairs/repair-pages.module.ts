import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../modules/documents/wiring.ts';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { RepairsPageController } from './repairs-page-controller.ts';
import { RepairsScreenReadModel } from './repairs-screen-read-model.ts';

@Module({
  imports: [DocumentsModule, NotificationsModule, PlanningModule, VisitsModule],
  controllers: [RepairsPageController],
  providers: [RepairsScreenReadModel],
})
export class RepairPagesModule {}
