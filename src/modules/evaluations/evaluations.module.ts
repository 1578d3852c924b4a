import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { VisitsModule } from '../visits/wiring.ts';
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

@Module({
  imports: [AuditModule, NotificationsModule, VisitsModule],
  controllers: [EvaluationController],
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
  exports: [
    FormFacts,
    FormsReader,
    OpenForm,
    RemindMissingForms,
    ReviewForm,
    Rubrics,
    SaveDraft,
    SeedStandardRubric,
    SubmitForm,
  ],
})
export class EvaluationsModule {}
