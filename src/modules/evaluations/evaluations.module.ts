import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { NotificationsModule } from '../notifications/index.ts';
import { VisitsModule } from '../visits/index.ts';
import { Drafts, Evaluations, FormFacts, FormLetters, Rubrics } from './application/ports.ts';
import { ReviewForm } from './application/review-form.ts';
import { SaveDraft } from './application/save-draft.ts';
import { SeedStandardRubric } from './application/seed-standard-rubric.ts';
import { SubmitForm } from './application/submit-form.ts';
import { FormsReader } from './infra/forms-reader.ts';
import { OfficeFormLetters } from './infra/office-form-letters.ts';
import { PgDrafts } from './infra/pg-drafts.ts';
import { PgEvaluations } from './infra/pg-evaluations.ts';
import { PgRubrics } from './infra/pg-rubrics.ts';
import { SqlFormFacts } from './infra/sql-form-facts.ts';
import { EvaluationController } from './web/evaluation-controller.ts';

@Module({
  imports: [AuditModule, NotificationsModule, VisitsModule],
  controllers: [EvaluationController],
  providers: [
    { provide: Rubrics, useClass: PgRubrics },
    { provide: Evaluations, useClass: PgEvaluations },
    { provide: Drafts, useClass: PgDrafts },
    { provide: FormFacts, useClass: SqlFormFacts },
    { provide: FormLetters, useClass: OfficeFormLetters },
    SeedStandardRubric,
    SubmitForm,
    SaveDraft,
    ReviewForm,
    FormsReader,
  ],
  exports: [SeedStandardRubric, Rubrics],
})
export class EvaluationsModule {}
