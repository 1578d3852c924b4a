import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { CalendarAddresses } from './infra/repositories/calendar-addresses.ts';
import { Calendars } from './infra/calendars.ts';
import { MailsReadModel } from './infra/mails-read-model.ts';
import { Outbox } from './application/outbox.ts';
import { PostgresOutbox } from './infra/postgres-outbox.ts';
import { MailRenderer } from './infra/mail-renderer.ts';
import { SendMail } from './infra/send-mail.ts';

@Module({
  imports: [AuditModule],
  providers: [
    { provide: MailRenderer, useFactory: () => new MailRenderer() },
    { provide: Outbox, useClass: PostgresOutbox },
    Calendars,
    CalendarAddresses,
    MailsReadModel,
    SendMail,
  ],
  exports: [Outbox, Calendars, CalendarAddresses, MailsReadModel],
})
export class NotificationsModule {}
