export { type FormReceipt, type FormToSubmit, SubmitForm } from './application/submit-form.ts';
export { Rubrics } from './application/ports.ts';
export { RemindMissingForms } from './application/remind-missing-forms.ts';
export { SeedStandardRubric } from './application/seed-standard-rubric.ts';
export { entitledMembers } from './domain/answers.ts';
export type * from './domain/answers.ts';
export { warningsOf } from './domain/answer-rules.ts';
export { firstAnswers, inputName, pointerOf, visitForm } from './domain/form.ts';
export type { EvaluationForm, FieldSpec, ListField, ScalarField, Section, VisitContext } from './domain/form-model.ts';
export { hundredths, showPoints } from './domain/points.ts';
export type { Hundredths, Ratio } from './domain/points.ts';
export { examineAnswers, readAnswers } from './domain/read-answers.ts';
export { ratingsOf, scaleOf } from './domain/rubric.ts';
export type { Rubric, RubricVersion } from './domain/rubric.ts';
export { readRubric, rubricFaults } from './domain/rubric-validation.ts';
export { rubric42Hd } from './domain/rubrics/rubric-42-hd.ts';
export { onScale, score } from './domain/score.ts';
export type { CriterionScore, GroupScore, Score } from './domain/score.ts';
export {
  accept,
  acceptedVersion,
  demandSame,
  hashOf,
  latestVersion,
  newEvaluation,
  receive,
  saveDraft,
  sendBack,
  stateOf,
} from './domain/submission.ts';
export type * from './domain/submission.ts';
export type { Text } from './domain/text.ts';
export { yearlyRating } from './domain/yearly-rating.ts';
export { EvaluationsModule } from './evaluations.module.ts';
export { evaluationErrors } from './errors.ts';
export { evaluationMessages } from './messages.ts';
export { evaluationPageMessages } from './page-messages.ts';
export { rubricMessages } from './rubric-messages.ts';
