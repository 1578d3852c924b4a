import { Module } from '@nestjs/common';
import { BriefingsModule } from '../../modules/briefings/wiring.ts';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { HomePageController } from './home-page-controller.ts';

@Module({
  imports: [BriefingsModule, PlanningModule],
  controllers: [HomePageController],
})
export class HomePagesModule {}
