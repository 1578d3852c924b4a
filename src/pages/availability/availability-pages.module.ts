import { Module } from '@nestjs/common';
import { AvailabilityModule } from '../../modules/availability/wiring.ts';
import { DirectoryModule } from '../../modules/directory/wiring.ts';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { AvailabilityPageController } from './availability-page-controller.ts';
import { MyAvailabilityPageController } from './my-availability-page-controller.ts';
import { NothingToBlockPageController } from './nothing-to-block-page-controller.ts';

@Module({
  imports: [AvailabilityModule, NotificationsModule, DirectoryModule],
  controllers: [AvailabilityPageController, MyAvailabilityPageController, NothingToBlockPageController],
})
export class AvailabilityPagesModule {}
