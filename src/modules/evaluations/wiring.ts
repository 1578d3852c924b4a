export { evaluationErrors } from './errors.ts';
export { EvaluationsModule } from './evaluations.module.ts';
export { evaluationMessages } from './messages.ts';
export { evaluationPageMessages } from './page-messages.ts';
export { rubricMessages } from './rubric-messages.ts';
