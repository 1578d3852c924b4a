import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { CalendarAddresses } from './application/calendar-addresses.ts';
import { Calendars } from './application/calendars.ts';
import { MailReport } from './application/mail-report.ts';
import { Outbox } from './application/outbox.ts';
import { AmbientOutbox } from './infra/ambient-outbox.ts';
import { MailRenderer } from './infra/mail-renderer.ts';
import { OfficeCalendars } from './infra/office-calendars.ts';
import { PgCalendarAddresses } from './infra/pg-calendar-addresses.ts';
import { SendMail } from './infra/send-mail.ts';
import { SqlMailReport } from './infra/sql-mail-report.ts';

@Module({
  imports: [AuditModule],
  providers: [
    { provide: MailRenderer, useFactory: () => new MailRenderer() },
    { provide: Outbox, useClass: AmbientOutbox },
    { provide: Calendars, useClass: OfficeCalendars },
    { provide: CalendarAddresses, useClass: PgCalendarAddresses },
    { provide: MailReport, useClass: SqlMailReport },
    SendMail,
  ],
  exports: [Outbox, Calendars, CalendarAddresses, MailReport],
})
export class NotificationsModule {}
