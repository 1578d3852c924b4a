import { Module, type OnModuleInit } from '@nestjs/common';
import { AvailabilityModule } from '../../modules/availability/wiring.ts';
import { EvaluationsModule } from '../../modules/evaluations/wiring.ts';
import { NotificationsModule } from '../../modules/notifications/wiring.ts';
import { PlanningModule } from '../../modules/planning/wiring.ts';
import { SwapsModule } from '../../modules/swaps/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { WaitingWork } from '../../platform/http/waiting-work.ts';
import { ServicePagesModule } from '../service/service-pages.module.ts';
import { AvailabilityWaiting } from './availability-waiting.ts';
import { CalendarRepliesWaiting } from './calendar-replies-waiting.ts';
import { FormsWaiting } from './forms-waiting.ts';
import { MailsWaiting } from './mails-waiting.ts';
import { OwnVisitsWaiting } from './own-visits-waiting.ts';
import { PlansWaiting } from './plans-waiting.ts';
import { ServiceWaiting } from './service-waiting.ts';
import { SwapsWaiting } from './swaps-waiting.ts';
import { VisitsWaiting } from './visits-waiting.ts';
import { WishesWaiting } from './wishes-waiting.ts';
import { WaitingReadModel } from './waiting-read-model.ts';

@Module({
  imports: [
    AvailabilityModule,
    EvaluationsModule,
    NotificationsModule,
    PlanningModule,
    ServicePagesModule,
    SwapsModule,
    VisitsModule,
  ],
  providers: [
    AvailabilityWaiting,
    CalendarRepliesWaiting,
    FormsWaiting,
    MailsWaiting,
    OwnVisitsWaiting,
    PlansWaiting,
    ServiceWaiting,
    SwapsWaiting,
    VisitsWaiting,
    WishesWaiting,
    WaitingReadModel,
  ],
  exports: [WaitingReadModel],
})
export class WaitingModule implements OnModuleInit {
  constructor(
    private readonly waiting: WaitingReadModel,
    private readonly work: WaitingWork,
  ) {}

  onModuleInit(): void {
    this.work.countBy(() => this.waiting.counts());
  }
}
