import { Module } from '@nestjs/common';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { MonthPagesModule } from '../month/month-pages.module.ts';
import { DeskEditPageController } from './desk-edit-page-controller.ts';
import { DeskPageController } from './desk-page-controller.ts';
import { DeskNamesReadModel } from './desk-names-read-model.ts';
import { DeskScreenReadModel } from './desk-screen-read-model.ts';

@Module({
  imports: [PlanningModule, MonthPagesModule],
  controllers: [DeskPageController, DeskEditPageController],
  providers: [DeskNamesReadModel, DeskScreenReadModel],
  exports: [DeskNamesReadModel],
})
export class DeskPagesModule {}
