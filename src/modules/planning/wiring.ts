export { answerMessages } from './answer-messages.ts';
export { calendarMessages } from './calendar-messages.ts';
export { planningErrors } from './errors.ts';
export { PlanEntity } from './infra/plan-entity.ts';
export { planningMessages } from './messages.ts';
export { PlanningModule } from './planning.module.ts';
