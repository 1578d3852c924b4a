import { Module } from '@nestjs/common';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { MailboxPageController } from './mailbox-page-controller.ts';

@Module({
  imports: [NotificationsModule],
  controllers: [MailboxPageController],
})
export class MailboxPagesModule {}
