import { Module } from '@nestjs/common';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { SwapsModule } from '../../modules/swaps/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { MyVisitsPageController } from './my-visits-page-controller.ts';

@Module({
  imports: [NotificationsModule, SwapsModule, VisitsModule],
  controllers: [MyVisitsPageController],
})
export class VisitPagesModule {}
