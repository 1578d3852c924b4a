import { Ajv2020 } from 'ajv/dist/2020.js';
import { DomainError } from '../kernel/domain-error.ts';
import { problemFaults } from './problem-faults.ts';
import type { PlanProblem } from './problem.ts';
import problemSchema from './problem.schema.json' with { type: 'json' };
import { faultsOf, MOST_FAULTS } from './schema-faults.ts';

const validate = new Ajv2020({ allErrors: true, useDefaults: true }).compile<PlanProblem>(problemSchema);

/**
 * A problem from outside: its form checked, what it leaves out filled in, and its facts checked against each other.
 * @throws DomainError `input.invalid`, each fault with the JSON pointer of the fact that is wrong.
 */
export function readProblem(json: unknown): PlanProblem {
  const copy: unknown = structuredClone(json);
  if (!validate(copy)) throw invalid(faultsOf(validate.errors ?? []));
  const faults = problemFaults(copy);
  if (faults.length > 0) throw invalid(faults);
  return copy;
}

function invalid(faults: DomainError['faults']): DomainError<'input.invalid'> {
  return new DomainError('input.invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
}
