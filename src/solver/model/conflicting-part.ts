import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Fact } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { demandedPart, hardFacts, withoutFacts } from './facts.ts';

/**
 * The month reduced to these facts, of all that can make a month infeasible: if it has no plan, they contradict each
 * other.
 */
export function conflictingPart(problem: PlanProblem, facts: readonly Fact[]): PlanProblem {
  const named = new Set(facts.map(canonicalJson));
  const others = hardFacts(problem).filter((fact) => !named.has(canonicalJson(fact)));
  return demandedPart(withoutFacts(problem, others));
}
