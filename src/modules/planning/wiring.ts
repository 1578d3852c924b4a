export { PlanEntity } from './infra/plan-entity.ts';
export { PlanningModule } from './planning.module.ts';
export { planningTexts } from './texts.ts';
