export { EvaluationsModule } from './evaluations.module.ts';
export { evaluationTexts } from './texts.ts';
