import type { Fault } from '../../../kernel/domain-error.ts';
import { HandMonth, type PlanProblem } from '../../../solver/index.ts';
import { applied, type EditEffect, type PlanByHand } from './desk-action.ts';
import { withDecisions } from './with-decisions.ts';

/**
 * Rules that a plan would break once decisions are given back to the engine, because it was those decisions that broke
 * them on purpose. None where the plan breaks rules anyway, as one that lost a meeting can: then it is made again.
 */
export function holdingFaults(ground: PlanProblem, plan: PlanByHand, effect: EditEffect): readonly Fault[] {
  const faultsOf = ({ duties, decisions }: PlanByHand) =>
    new HandMonth(withDecisions(ground, decisions)).faultsOf(duties);
  return faultsOf(plan).length > 0 ? [] : faultsOf(applied(plan, effect));
}
