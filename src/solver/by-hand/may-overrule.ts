import type { Fault } from '../../kernel/domain-error.ts';
import { type Ineligibility, OVERRULABLE } from '../problem.ts';

/**
 * Rules that a board may overrule if it says why, by the codes of `judgeAssignments`. A later solve keeps such visits by
 * pins and `withOverruled`.
 */
export const OVERRULABLE_FAULTS = [
  'verify.above_visit_limit',
  'verify.above_max_visits',
  'verify.below_min_visits',
  'verify.above_department_max',
  'verify.below_department_min',
  'verify.too_many_observers',
  'verify.same_department',
  'verify.without_lead',
] as const;

/** Whether the board may overrule the rule that is broken; somebody who is not eligible only where every reason may be. */
export function mayOverrule({ code, params }: Fault): boolean {
  if (code !== 'verify.ineligible') return OVERRULABLE_FAULTS.some((one) => one === code);
  const reasons = (params?.['reasons'] ?? []) as readonly Ineligibility[];
  return reasons.length > 0 && reasons.every((reason) => OVERRULABLE.some((one) => one === reason));
}

/** Whether a change that breaks these rules can be made: freely, if the board says why, or not at all. */
export function canBeMade(faults: readonly Fault[]): 'yes' | 'with_reason' | 'no' {
  if (faults.length === 0) return 'yes';
  return faults.every(mayOverrule) ? 'with_reason' : 'no';
}
