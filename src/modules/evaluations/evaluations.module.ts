import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { PolicyParts } from '../policies/index.ts';
import { PoliciesModule } from '../policies/wiring.ts';
import { VisitsModule } from '../visits/wiring.ts';
import { OpenBlankForm } from './application/open-blank-form.ts';
import { CarryDraft } from './application/carry-draft.ts';
import { OpenForm } from './application/open-form.ts';
import { FormMails } from './application/ports.ts';
import { VisitFactsReadModel } from './infra/visit-facts-read-model.ts';
import { OwedFormsReadModel } from './infra/owed-forms-read-model.ts';
import { OwedForms } from './infra/repositories/owed-forms.ts';
import { Drafts } from './infra/repositories/drafts.ts';
import { Evaluations } from './infra/repositories/evaluations.ts';
import { RatingDecisions } from './infra/repositories/rating-decisions.ts';
import { RatingPolicies } from './infra/repositories/rating-policies.ts';
import { FormsExportReadModel } from './infra/forms-export-read-model.ts';
import { RatingsReadModel } from './infra/ratings-read-model.ts';
import { RubricPolicies } from './infra/repositories/rubric-policies.ts';
import { PublishRubric } from './application/publish-rubric.ts';
import { StartRubricDraft } from './application/start-rubric-draft.ts';
import { SaveRubricDraft } from './application/save-rubric-draft.ts';
import { RubricDrafts } from './infra/repositories/rubric-drafts.ts';
import { RubricsReadModel } from './infra/rubrics-read-model.ts';
import { Rubrics } from './infra/repositories/rubrics.ts';
import { FormTemplates } from './infra/repositories/form-templates.ts';
import { TemplateDrafts } from './infra/repositories/template-drafts.ts';
import { StartTemplateDraft } from './application/start-template-draft.ts';
import { SaveTemplateDraft } from './application/save-template-draft.ts';
import { PublishTemplate } from './application/publish-template.ts';
import { RemindLateForms } from './application/remind-late-forms.ts';
import { CorrectForm } from './application/correct-form.ts';
import { DecideRating } from './application/decide-rating.ts';
import { ReviewForm } from './application/review-form.ts';
import { WithdrawForm } from './application/withdraw-form.ts';
import { SaveDraft } from './application/save-draft.ts';
import { SeedStandardRubric } from './application/seed-standard-rubric.ts';
import { SubmitForm } from './application/submit-form.ts';
import { FormsReadModel } from './infra/forms-read-model.ts';
import { MorningReminders } from './infra/morning-reminders.ts';
import { OutboxFormMails } from './infra/outbox-form-mails.ts';
import { TemplatesReadModel } from './infra/templates-read-model.ts';
import { TemplatesController } from './api/templates-controller.ts';
import { RubricsController } from './api/rubrics-controller.ts';
import { RatingsController } from './api/ratings-controller.ts';
import { EvaluationController } from './api/evaluation-controller.ts';

@Module({
  imports: [AuditModule, NotificationsModule, PoliciesModule, VisitsModule],
  controllers: [EvaluationController, RatingsController, RubricsController, TemplatesController],
  providers: [
    Rubrics,
    PublishRubric,
    StartRubricDraft,
    SaveRubricDraft,
    RubricDrafts,
    RubricsReadModel,
    RubricPolicies,
    FormTemplates,
    TemplateDrafts,
    StartTemplateDraft,
    SaveTemplateDraft,
    PublishTemplate,
    TemplatesReadModel,
    RatingPolicies,
    RatingDecisions,
    RatingsReadModel,
    DecideRating,
    CorrectForm,
    FormsExportReadModel,
    Evaluations,
    Drafts,
    VisitFactsReadModel,
    { provide: FormMails, useClass: OutboxFormMails },
    OwedForms,
    OwedFormsReadModel,
    SeedStandardRubric,
    OpenBlankForm,
    OpenForm,
    SubmitForm,
    SaveDraft,
    CarryDraft,
    ReviewForm,
    WithdrawForm,
    RemindLateForms,
    MorningReminders,
    FormsReadModel,
  ],
  exports: [
    FormsExportReadModel,
    CorrectForm,
    DecideRating,
    RatingsReadModel,
    VisitFactsReadModel,
    FormsReadModel,
    OpenBlankForm,
    OpenForm,
    CarryDraft,
    OwedFormsReadModel,
    RemindLateForms,
    ReviewForm,
    PublishRubric,
    StartRubricDraft,
    SaveRubricDraft,
    RubricDrafts,
    RubricsReadModel,
    Rubrics,
    FormTemplates,
    StartTemplateDraft,
    SaveTemplateDraft,
    PublishTemplate,
    TemplatesReadModel,
    SaveDraft,
    SeedStandardRubric,
    SubmitForm,
    WithdrawForm,
  ],
})
export class EvaluationsModule implements OnModuleInit {
  constructor(
    private readonly parts: PolicyParts,
    private readonly policies: RubricPolicies,
    private readonly ratings: RatingPolicies,
  ) {}

  onModuleInit(): void {
    this.parts.add(this.policies);
    this.parts.add(this.ratings);
  }
}
