import { createRequire } from 'node:module';
import type { ValidateFunction } from 'ajv';
import type { Plan } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import type { Input } from './input-names.ts';

/** Functions that check the form of what is read, made from the JSON Schemas when the project is built. */
interface Validators {
  readonly problem: { readonly problem: ValidateFunction<PlanProblem> };
  readonly plan: { readonly plan: ValidateFunction<Plan> };
  readonly inputs: Readonly<Record<Input, ValidateFunction>>;
}

export type ValidatorFile = keyof Validators;

const require = createRequire(import.meta.url);

/** The functions of one file, which is loaded when it is first needed: a command reads few kinds of file. */
export function validators<F extends ValidatorFile>(file: F): Validators[F] {
  return require(`./${file}.cjs`) as Validators[F];
}
