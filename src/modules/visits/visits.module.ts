import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { NotificationsModule } from '../notifications/index.ts';
import { AnswerVisit } from './application/answer-visit.ts';
import { CompleteVisit } from './application/complete-visit.ts';
import { OfferVisits } from './application/offer-visits.ts';
import { RecordResult } from './application/record-result.ts';
import { Visits } from './application/visits.ts';
import { BriefReader } from './infra/brief-reader.ts';
import { PgVisits } from './infra/pg-visits.ts';
import { VisitReader } from './infra/visit-reader.ts';
import { CalendarFeedController } from './web/calendar-feed-controller.ts';
import { MyVisitsController } from './web/my-visits-controller.ts';
import { VisitController } from './web/visit-controller.ts';

@Module({
  imports: [AuditModule, NotificationsModule],
  controllers: [VisitController, MyVisitsController, CalendarFeedController],
  providers: [
    { provide: Visits, useClass: PgVisits },
    AnswerVisit,
    CompleteVisit,
    OfferVisits,
    RecordResult,
    VisitReader,
    BriefReader,
  ],
  exports: [CompleteVisit, OfferVisits, RecordResult],
})
export class VisitsModule {}
