import type { Actor } from '../../../kernel/actor.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type {} from '../errors.ts';

/**
 * Throws for a deputy of an administrator: deputies neither change who administers nor gain anything that outlasts
 * their days. @throws DomainError identity.not_as_deputy
 */
export function leaveToAdministrators({ onBehalfOf }: Actor): void {
  if (onBehalfOf !== undefined) throw new DomainError('identity.not_as_deputy', {});
}
