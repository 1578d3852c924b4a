import type { Condition } from '../../modules/evaluations/index.ts';

/** Whether a condition has fields: one bound on one figure, or one fact. */
export function isSimple(condition: Condition): boolean {
  return 'indicator' in condition || ('field' in condition && condition.in.length === 1);
}
