import { Module } from '@nestjs/common';
import { MeetingsModule } from '../../modules/meetings/wiring.ts';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { DatabaseFactsReadModel } from '../../platform/database/database-facts-read-model.ts';
import { ServiceFactsReadModel } from './service-facts-read-model.ts';
import { ServicePageController } from './service-page-controller.ts';

@Module({
  imports: [MeetingsModule, NotificationsModule],
  controllers: [ServicePageController],
  providers: [DatabaseFactsReadModel, ServiceFactsReadModel],
  exports: [ServiceFactsReadModel],
})
export class ServicePagesModule {}
