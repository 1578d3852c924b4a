import { Module } from '@nestjs/common';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { HomePageController } from './home-page-controller.ts';

@Module({
  imports: [PlanningModule],
  controllers: [HomePageController],
})
export class HomePagesModule {}
