import { DomainError } from '../../kernel/domain-error.ts';
import { type Variant, withVariant } from '../compare/compare-variants.ts';
import { readProblem } from '../read-problem.ts';
import type { History, TriedPolicy } from './history.ts';

/**
 * Policies from variants, on top of the policy of the history's last month; one without changes keeps each month's own.
 * @throws DomainError `input.invalid` for a policy that makes no sense, and for facts, which are those of the history.
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
