import { Module } from '@nestjs/common';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { WebhookPageController } from './webhook-page-controller.ts';
import { MailsPageController } from './mails-page-controller.ts';

@Module({
  imports: [NotificationsModule],
  controllers: [MailsPageController, WebhookPageController],
})
export class MailPagesModule {}
