import { DomainError } from '../kernel/domain-error.ts';
import type { Plan } from './plan.ts';
import { faultsOf, MOST_FAULTS, orTooDeep } from './schema-faults.ts';
import { validators } from './validators/validators.ts';

/**
 * Reads a plan from outside and checks its form; whether it is true is checked by `verify`.
 * @throws DomainError `input.invalid`, each fault with its JSON pointer.
 */
export function readPlan(json: unknown): Plan {
  const validate = validators('plan').plan;
  if (orTooDeep(() => validate(json))) return json as Plan;
  const faults = faultsOf(validate.errors ?? []);
  throw new DomainError('input.invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
}
