import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../modules/documents/wiring.ts';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { RepairsPageController } from './repairs-page-controller.ts';
import { RepairsScreenReadModel } from './repairs-screen-read-model.ts';

@Module({
  imports: [DocumentsModule, PlanningModule, VisitsModule],
  controllers: [RepairsPageController],
  providers: [RepairsScreenReadModel],
})
export class RepairPagesModule {}
