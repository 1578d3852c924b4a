import type { Request } from 'express';
import type { Actor } from '../../kernel/actor.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import type {} from './errors.ts';
import type {} from './request.ts';

/** The actor of the request. @throws DomainError http.sign_in_needed */
export function actorOf({ session }: Request): Actor {
  if (!session) throw new DomainError('http.sign_in_needed', {});
  return session.actor;
}
