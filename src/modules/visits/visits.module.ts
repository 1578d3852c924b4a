import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { AnswerVisit } from './application/answer-visit.ts';
import { CompleteVisit } from './application/complete-visit.ts';
import { OfferVisits } from './application/offer-visits.ts';
import { Visits } from './application/visits.ts';
import { PgVisits } from './infra/pg-visits.ts';

@Module({
  imports: [AuditModule],
  providers: [{ provide: Visits, useClass: PgVisits }, AnswerVisit, CompleteVisit, OfferVisits],
  exports: [CompleteVisit, OfferVisits],
})
export class VisitsModule {}
