import { Module, type OnModuleInit } from '@nestjs/common';
import { PostgresEvents } from '../../platform/events/postgres-events.ts';
import { AuditModule } from '../audit/wiring.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { AvailabilityController } from './api/availability-controller.ts';
import { AskAvailability } from './application/ask-availability.ts';
import { AvailabilityMails } from './application/availability-mails.ts';
import { ReplyAvailability } from './application/reply-availability.ts';
import { SetDayPreferences } from './application/set-day-preferences.ts';
import { AvailabilityReadModel } from './infra/availability-read-model.ts';
import { OutboxAvailabilityMails } from './infra/outbox-availability-mails.ts';
import { AvailabilityRounds } from './infra/repositories/availability-rounds.ts';
import { DayPreferences } from './infra/repositories/day-preferences.ts';

@Module({
  controllers: [AvailabilityController],
  imports: [AuditModule, NotificationsModule],
  providers: [
    { provide: AvailabilityMails, useClass: OutboxAvailabilityMails },
    AvailabilityRounds,
    DayPreferences,
    AvailabilityReadModel,
    AskAvailability,
    ReplyAvailability,
    SetDayPreferences,
  ],
  exports: [AvailabilityReadModel, AskAvailability, ReplyAvailability, SetDayPreferences],
})
export class AvailabilityModule implements OnModuleInit {
  constructor(
    private readonly events: PostgresEvents,
    private readonly reply: ReplyAvailability,
  ) {}

  onModuleInit(): void {
    this.events.on('absence.recorded', 'availability.reply', ({ facts }) => this.reply.entered(facts));
  }
}
