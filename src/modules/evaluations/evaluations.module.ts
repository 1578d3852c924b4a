import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { NotificationsModule } from '../notifications/index.ts';
import { PlanningModule } from '../planning/index.ts';
import { VisitsModule } from '../visits/index.ts';
import { OpenForm } from './application/open-form.ts';
import { Drafts, Evaluations, FormFacts, FormLetters, MissingForms, Rubrics } from './application/ports.ts';
import { RemindMissingForms } from './application/remind-missing-forms.ts';
import { ReviewForm } from './application/review-form.ts';
import { SaveDraft } from './application/save-draft.ts';
import { SeedStandardRubric } from './application/seed-standard-rubric.ts';
import { SubmitForm } from './application/submit-form.ts';
import { FormsReader } from './infra/forms-reader.ts';
import { MorningReminders } from './infra/morning-reminders.ts';
import { OfficeFormLetters } from './infra/office-form-letters.ts';
import { PgDrafts } from './infra/pg-drafts.ts';
import { PgEvaluations } from './infra/pg-evaluations.ts';
import { PgMissingForms } from './infra/pg-missing-forms.ts';
import { PgRubrics } from './infra/pg-rubrics.ts';
import { SqlFormFacts } from './infra/sql-form-facts.ts';
import { EvaluationController } from './api/evaluation-controller.ts';
import { FormController } from '../../pages/forms/form-page-controller.ts';
import { MonthFormsController } from '../../pages/forms/month-forms-page-controller.ts';
import { SubmissionController } from '../../pages/forms/submission-page-controller.ts';

@Module({
  imports: [AuditModule, NotificationsModule, PlanningModule, VisitsModule],
  controllers: [EvaluationController, FormController, MonthFormsController, SubmissionController],
  providers: [
    { provide: Rubrics, useClass: PgRubrics },
    { provide: Evaluations, useClass: PgEvaluations },
    { provide: Drafts, useClass: PgDrafts },
    { provide: FormFacts, useClass: SqlFormFacts },
    { provide: FormLetters, useClass: OfficeFormLetters },
    { provide: MissingForms, useClass: PgMissingForms },
    SeedStandardRubric,
    OpenForm,
    SubmitForm,
    SaveDraft,
    ReviewForm,
    RemindMissingForms,
    MorningReminders,
    FormsReader,
  ],
  exports: [SeedStandardRubric, Rubrics, RemindMissingForms],
})
export class EvaluationsModule {}
