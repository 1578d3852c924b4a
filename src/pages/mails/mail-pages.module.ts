import { Module } from '@nestjs/common';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { MailsPageController } from './mails-page-controller.ts';

@Module({
  imports: [NotificationsModule],
  controllers: [MailsPageController],
})
export class MailPagesModule {}
