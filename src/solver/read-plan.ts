import { Ajv2020 } from 'ajv/dist/2020.js';
import { DomainError } from '../kernel/domain-error.ts';
import type { Plan } from './plan.ts';
import planSchema from './plan.schema.json' with { type: 'json' };
import { whenUsed } from './when-used.ts';
import { faultsOf, MOST_FAULTS, orTooDeep } from './schema-faults.ts';

// The schema writes the pairs and triples of the certificate as tuples in a form that ajv's strict mode rejects.
const validation = whenUsed(() => new Ajv2020({ allErrors: false, strictTuples: false }).compile<Plan>(planSchema));

/**
 * Reads a plan from outside and checks its form; whether it is true is checked by `verify`.
 * @throws DomainError `input.invalid`, each fault with its JSON pointer.
 */
export function readPlan(json: unknown): Plan {
  const validate = validation();
  if (orTooDeep(() => validate(json))) return json as Plan;
  const faults = faultsOf(validate.errors ?? []);
  throw new DomainError('input.invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
}
