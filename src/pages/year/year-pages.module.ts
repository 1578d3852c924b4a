import { Module } from '@nestjs/common';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { YearPageController } from './year-page-controller.ts';
import { YearReadModel } from './year-read-model.ts';

@Module({
  imports: [PlanningModule],
  controllers: [YearPageController],
  providers: [YearReadModel],
})
export class YearPagesModule {}
