import { DomainError } from '../../kernel/domain-error.ts';
import type { PlanRef } from '../../kernel/id.ts';

/** What a request about an edit carries. */
export type Sent = Readonly<Record<string, unknown>>;

/** Characters; the field takes no more. */
const LONGEST_REASON = 500;

/** @throws DomainError input.invalid */
export function reasonOf({ reason = '' }: Sent): string {
  if (typeof reason === 'string' && reason.length <= LONGEST_REASON) return reason;
  throw new DomainError('input.invalid', { count: 1 }, [{ pointer: '/reason', code: 'maxLength' }]);
}

/** The plan that the sender had in sight; without one nothing fits, and the sender is told that it has changed. */
export function seenOf({ planId, seen }: Sent): { planId: PlanRef; revision: number } {
  const revision = Number(seen);
  return { planId: typeof planId === 'string' ? planId : '', revision: Number.isInteger(revision) ? revision : 0 };
}
