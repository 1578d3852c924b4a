import { Module } from '@nestjs/common';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { DeskPagesModule } from '../desk/desk-pages.module.ts';
import { MonthPagesModule } from '../month/month-pages.module.ts';
import { VariantsPageController } from './variants-page-controller.ts';
import { VariantsScreenReadModel } from './variants-screen-read-model.ts';

@Module({
  imports: [PlanningModule, MonthPagesModule, DeskPagesModule],
  controllers: [VariantsPageController],
  providers: [VariantsScreenReadModel],
})
export class VariantPagesModule {}
