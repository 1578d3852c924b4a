import { Module, type OnModuleInit } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import { WatchedFigures } from '../../platform/http/watched-figures.ts';
import { AuditModule } from '../audit/wiring.ts';
import { CalendarAddresses } from './infra/repositories/calendar-addresses.ts';
import { CalendarReplies } from './infra/repositories/calendar-replies.ts';
import { CalendarRepliesReadModel } from './infra/calendar-replies-read-model.ts';
import { Calendars } from './infra/calendars.ts';
import { ChangeWebhook } from './application/change-webhook.ts';
import { ChooseMessages } from './application/choose-messages.ts';
import { MessageWriter } from './infra/message-writer.ts';
import { SendMessage } from './infra/send-message.ts';
import { WebhookMessages } from './infra/repositories/webhook-messages.ts';
import { WebhookReadModel } from './infra/webhook-read-model.ts';
import { Webhooks } from './infra/repositories/webhooks.ts';
import { FetchMail } from './infra/fetch-mail.ts';
import { WaysToPeople } from './infra/ways-to-people.ts';
import { MailContactReadModel } from './infra/mail-contact-read-model.ts';
import { MailOutcomes } from './application/mail-outcomes.ts';
import { MailPreviews } from './infra/mail-previews.ts';
import { MailsReadModel } from './infra/mails-read-model.ts';
import { Outbox } from './application/outbox.ts';
import { PostgresOutbox } from './infra/postgres-outbox.ts';
import { MailRenderer } from './infra/mail-renderer.ts';
import { MailWriter } from './infra/mail-writer.ts';
import { MailBounces } from './infra/repositories/mail-bounces.ts';
import { MailGatewayController } from './api/mail-gateway-controller.ts';
import { MailGatewayGuard } from './api/mail-gateway-guard.ts';
import { MailHolds } from './infra/repositories/mail-holds.ts';
import { StoredMails } from './infra/repositories/stored-mails.ts';
import { SendMail } from './infra/send-mail.ts';
import { StrayMails } from './infra/repositories/stray-mails.ts';
import { TakeIncomingMail } from './application/take-incoming-mail.ts';
import { TakeBounce } from './application/take-bounce.ts';
import { SendMailsAgain } from './application/send-mails-again.ts';

/** Reading the templates takes long: services in one process, as in tests, share the renderer. */
let renderer: MailRenderer | null = null;

@Module({
  imports: [AuditModule],
  controllers: [MailGatewayController],
  providers: [
    { provide: MailRenderer, useFactory: () => (renderer ??= new MailRenderer()) },
    MailWriter,
    MailBounces,
    MailGatewayGuard,
    MailHolds,
    CalendarReplies,
    ChangeWebhook,
    ChooseMessages,
    MessageWriter,
    SendMessage,
    WebhookMessages,
    WebhookReadModel,
    Webhooks,
    CalendarRepliesReadModel,
    FetchMail,
    StrayMails,
    TakeBounce,
    TakeIncomingMail,
    StoredMails,
    SendMailsAgain,
    MailContactReadModel,
    WaysToPeople,
    { provide: Outbox, useClass: PostgresOutbox },
    Calendars,
    CalendarAddresses,
    MailsReadModel,
    MailOutcomes,
    MailPreviews,
    SendMail,
  ],
  exports: [
    ChangeWebhook,
    ChooseMessages,
    WebhookReadModel,
    CalendarRepliesReadModel,
    MailContactReadModel,
    WaysToPeople,
    Outbox,
    Calendars,
    CalendarAddresses,
    MailOutcomes,
    MailPreviews,
    MailsReadModel,
    SendMailsAgain,
  ],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly figures: WatchedFigures,
  ) {}

  onModuleInit(): void {
    this.figures.add({
      name: 'giaoban_mails',
      help: 'Mails by what became of them; queued ones wait for an attempt, failed ones for somebody, replaced ones are messages',
      label: 'state',
      values: ['queued', 'sent', 'failed', 'replaced'],
      read: async () => {
        const sql = `select state, mails from mail_counts()`;
        const rows = await this.work.run(() => this.work.query<{ state: string; mails: number }>(sql));
        return new Map(rows.map(({ state, mails }) => [state, mails]));
      },
    });
  }
}
