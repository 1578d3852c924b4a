import { Module } from '@nestjs/common';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { MyVisitsPageController } from './my-visits-page-controller.ts';

@Module({
  imports: [NotificationsModule, VisitsModule],
  controllers: [MyVisitsPageController],
})
export class VisitPagesModule {}
