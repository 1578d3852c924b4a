export { OpenBlankForm } from './application/open-blank-form.ts';
export { CarryDraft, LOST } from './application/carry-draft.ts';
export { withoutStrays } from './domain/carry-over.ts';
export { type OpenedForm, OpenForm } from './application/open-form.ts';
export { VisitFactsReadModel } from './infra/visit-facts-read-model.ts';
export { Rubrics } from './infra/repositories/rubrics.ts';
export { FormTemplates } from './infra/repositories/form-templates.ts';
export { RemindLateForms } from './application/remind-late-forms.ts';
export type { OwedForm } from './domain/owed-form.ts';
export { type LateForms, OwedFormsReadModel } from './infra/owed-forms-read-model.ts';
export { type ExportedForm, type FormsExport, FormsExportReadModel } from './infra/forms-export-read-model.ts';
export { CorrectForm } from './application/correct-form.ts';
export { DecideRating } from './application/decide-rating.ts';
export { type MeetingRating, RatingsReadModel } from './infra/ratings-read-model.ts';
export { ratingsFor } from './domain/official-rating.ts';
export { ReviewForm } from './application/review-form.ts';
export { SaveDraft } from './application/save-draft.ts';
export { SeedStandardRubric } from './application/seed-standard-rubric.ts';
export { SubmitForm } from './application/submit-form.ts';
export { WithdrawForm } from './application/withdraw-form.ts';
export { referenceOf } from './domain/reference.ts';
export { warningsOf } from './domain/answer-rules.ts';
export { contextAsRead } from './domain/context-as-read.ts';
export { assessForm, type FormBasis } from './domain/assess-form.ts';
export { LIVE_WORDS } from './domain/live-words.ts';
export type { ScoreView } from './domain/score-view.ts';
export { showScore } from './domain/show-score.ts';
export { type FormStage, placesOf, tellForm, type ToldPlace, withoutClock } from './domain/tell-form.ts';
export type {
  Answers,
  DirectiveState,
  DraftAnswers,
  Observation,
  Reflection,
  Shortcoming,
  Vacancy,
} from './domain/answers.ts';
export { PublishRubric } from './application/publish-rubric.ts';
export { SaveRubricDraft } from './application/save-rubric-draft.ts';
export { StartRubricDraft } from './application/start-rubric-draft.ts';
export type { RubricDraft, RubricDraftId } from './domain/rubric-draft.ts';
export { rubricFaults } from './domain/rubric-validation.ts';
export { SAMPLE_RUBRICS } from './domain/rubrics/sample-rubrics.ts';
export {
  type PublishedRubric,
  type RubricState,
  RubricsReadModel,
  type TriedRubric,
} from './infra/rubrics-read-model.ts';
export { decide } from './domain/conditions.ts';
export type {
  EvaluationForm,
  FieldSpec,
  ListField,
  MultipleField,
  PointsField,
  ScalarField,
  VisitContext,
} from './domain/form-model.ts';
export { visitForm } from './domain/form.ts';
export { inputName, pointerOf } from './domain/pointer.ts';
export { type Guideline, guidelineOf, guidelinesOf } from './domain/guidelines.ts';
export { PublishTemplate } from './application/publish-template.ts';
export { SaveTemplateDraft } from './application/save-template-draft.ts';
export { StartTemplateDraft } from './application/start-template-draft.ts';
export { BOUND_NAMES, isAlwaysAsked, readAs } from './domain/bound-questions.ts';
export {
  FREE_TYPES,
  type FormTemplate,
  isBound,
  type TemplateQuestion,
  type TemplateSection,
  type TemplateVersion,
} from './domain/form-template.ts';
export type { TemplateDraft, TemplateDraftId } from './domain/template-draft.ts';
export { templateShapeFaults } from './domain/template-shape.ts';
export { templateFaults } from './domain/template-validation.ts';
export { SAMPLE_TEMPLATES } from './domain/templates/sample-templates.ts';
export { standardForm } from './domain/templates/standard-form.ts';
export { type KnownTemplate, TemplatesReadModel } from './infra/templates-read-model.ts';
export { type Hundredths, hundredths, type Quantity, type Ratio, showPoints } from './domain/points.ts';
export { rawChild, rawList, type RawObject, rawObject, readChoices } from './domain/raw-input.ts';
export {
  type Band,
  type Cap,
  type Case,
  type Condition,
  CONDITION_VALUES,
  type Criterion,
  type Gate,
  type Group,
  INDICATORS,
  type Rating,
  ratingsOf,
  type Rubric,
  type RubricPolicy,
  type Scoring,
  type Sheet,
  type YearlyWay,
  scaleOf,
} from './domain/rubric.ts';
export { rubric42Hd } from './domain/rubrics/rubric-42-hd.ts';
export { onScale, score, type Score } from './domain/score.ts';
export type { Remarks } from './domain/remarks.ts';
export type { SubmissionId } from './domain/submission.ts';
export type { Text } from './domain/text.ts';
export {
  type DoubtedForm,
  FormsReadModel,
  type MonthForm,
  type ReadSubmission,
  type ReviewState,
  type VersionState,
} from './infra/forms-read-model.ts';
