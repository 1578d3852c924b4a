import { DomainError } from '../../kernel/domain-error.ts';
import { type Variant, withVariant } from '../compare/compare-variants.ts';
import { readProblem } from '../read-problem.ts';
import type { History, TriedPolicy } from './history.ts';

/**
 * The policies to replay, one per variant, each changing the policy of the history's last month; a variant without
 * changes keeps the policy of each month.
 * @throws DomainError `input.invalid` for an invalid policy, and for a variant that changes facts, because a replay
 * takes those from the history.
 */
export function triedPolicies({ months }: History, variants: readonly Variant[]): TriedPolicy[] {
  const faults = variants.flatMap(({ facts }, i) =>
    facts === undefined ? [] : [{ pointer: `/${i}/facts`, code: 'schema.additionalProperties' }],
  );
  if (faults.length > 0) throw new DomainError('input.invalid', { count: faults.length }, faults);
  const last = months.at(-1)?.problem;
  return variants.map((variant) => {
    if (variant.policy === undefined || last === undefined) return { name: variant.name, policy: null };
    return { name: variant.name, policy: readProblem(withVariant(last, variant)).policy };
  });
}
