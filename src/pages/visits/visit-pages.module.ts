import { Module } from '@nestjs/common';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { SwapsModule } from '../../modules/swaps/wiring.ts';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { WaitingModule } from '../waiting/waiting.module.ts';
import { MyVisitsPageController } from './my-visits-page-controller.ts';

@Module({
  imports: [NotificationsModule, PlanningModule, SwapsModule, VisitsModule, WaitingModule],
  controllers: [MyVisitsPageController],
})
export class VisitPagesModule {}
