import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { MeetingsModule } from '../meetings/wiring.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { AnswerVisit } from './application/answer-visit.ts';
import { LockedVisits } from './application/locked-visits.ts';
import { OfferVisits } from './application/offer-visits.ts';
import { Visits } from './infra/repositories/visits.ts';
import { BranchBriefReadModel } from './infra/branch-brief-read-model.ts';
import { DeadlinesReadModel } from './infra/deadlines-read-model.ts';
import { VisitsReadModel } from './infra/visits-read-model.ts';
import { CalendarFeedController } from './api/calendar-feed-controller.ts';
import { VisitController } from './api/visit-controller.ts';

@Module({
  imports: [AuditModule, MeetingsModule, NotificationsModule],
  controllers: [VisitController, CalendarFeedController],
  providers: [
    Visits,
    AnswerVisit,
    LockedVisits,
    OfferVisits,
    VisitsReadModel,
    BranchBriefReadModel,
    DeadlinesReadModel,
  ],
  exports: [AnswerVisit, BranchBriefReadModel, DeadlinesReadModel, LockedVisits, OfferVisits, VisitsReadModel],
})
export class VisitsModule {}
