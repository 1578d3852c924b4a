import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../modules/documents/wiring.ts';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { ReplanPageController } from './replan-page-controller.ts';
import { ReplanScreenReadModel } from './replan-screen-read-model.ts';

@Module({
  imports: [DocumentsModule, NotificationsModule, PlanningModule],
  controllers: [ReplanPageController],
  providers: [ReplanScreenReadModel],
})
export class ReplanPagesModule {}
