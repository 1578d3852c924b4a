import type { Condition } from '../../modules/evaluations/index.ts';

/** Whether a condition has fields: one bound on one number, or one option of one question. */
export function isSimpleWhen(condition: Condition): boolean {
  return 'is' in condition ? !('policy' in condition) : 'in' in condition && condition.in.length === 1;
}
