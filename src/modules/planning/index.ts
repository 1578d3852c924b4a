export { PlanMonth } from './application/plan-month.ts';
export type { Solve, SolveId } from './application/ports.ts';
export { Solves } from './infra/repositories/solves.ts';
export { Plans } from './infra/repositories/plans.ts';
export { PublishPlan } from './application/publish-plan.ts';
export type { FieldWeights } from './domain/month-facts.ts';
export type { MonthPlan } from './domain/month-plan.ts';
export type { PlanState } from './domain/plan-state.ts';
export { PlanVisitsReadModel } from './infra/plan-visits-read-model.ts';
