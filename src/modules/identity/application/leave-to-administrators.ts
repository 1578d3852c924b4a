import type { Actor } from '../../../kernel/actor.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type {} from '../errors.ts';

/**
 * Whoever administers for somebody else neither changes who administers nor gains anything that outlasts the days of it.
 * @throws DomainError identity.not_as_deputy
 */
export function leaveToAdministrators({ onBehalfOf }: Actor): void {
  if (onBehalfOf !== undefined) throw new DomainError('identity.not_as_deputy', {});
}
