import { Module } from '@nestjs/common';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { MonthPagesModule } from '../month/month-pages.module.ts';
import { PlanReviewPageController } from './plan-review-page-controller.ts';
import { ReviewScreenReadModel } from './review-screen-read-model.ts';

@Module({
  imports: [PlanningModule, MonthPagesModule],
  controllers: [PlanReviewPageController],
  providers: [ReviewScreenReadModel],
})
export class PlanReviewPagesModule {}
