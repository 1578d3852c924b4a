import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { SpecialistId } from '../../../kernel/id.ts';
import { actorOf } from '../../../platform/http/actor-of.ts';

/** The specialist whose page it is. @throws DomainError http.not_allowed for an account with this role whose specialist is not (or no longer) in use */
export function ownSpecialist(request: Request): SpecialistId {
  const { specialistId } = actorOf(request);
  if (specialistId === null) throw new DomainError('http.not_allowed', {});
  return specialistId;
}
