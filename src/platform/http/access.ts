import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from './api-description.ts';
import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Actor } from '../../kernel/actor.ts';
import type { Session } from '../../kernel/authenticator.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { chosenOf, may, type Permission, principalsOf, rolesAllowed } from '../../kernel/permissions.ts';
import { writeChoice } from './acting-for.ts';
import type {} from './errors.ts';

/** The metadata key for a route's access, set on its handler or else on its controller. */
export const ACCESS = 'giaoban:access';

/** Who may use a route. A route without it is closed to everybody. */
export type Access = 'public' | 'signed-in' | Permission;

export const Public = () => admit('public');
export const SignedIn = () => admit('signed-in');
export const Allows = (permission: Permission) => admit(permission);

/** The extension in the API's description that says who may use an operation. */
export const ACCESS_EXTENSION = 'x-access';

function admit(access: Access) {
  return applyDecorators(SetMetadata(ACCESS, access), ApiExtension(ACCESS_EXTENSION, access));
}

/** For whom a deputy of several people acts: an account, or one for each role as the fields `_for` of forms say it. */
export const PRINCIPAL_HEADER = 'x-on-behalf-of';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<Request>();
    if (access === undefined) throw new DomainError('http.not_allowed', {});
    if (!SAFE.has(request.method)) {
      demandOwnSite(request);
      if (request.session) demandCsrfToken(request, request.session.csrfToken);
    }
    if (access === 'public') return true;
    if (!request.session) throw new DomainError(request.hasLostRoles ? 'http.no_role' : 'http.sign_in_needed', {});
    if (access === 'signed-in') return true;
    const { actor } = request.session;
    if (!may(actor, access)) {
      throw new DomainError('http.not_allowed', { roles: rolesAllowed(access), held: actor.roles });
    }
    noteDeputy(request, actor, access);
    return true;
  }
}

/**
 * A person with the permission only as a deputy acts on somebody's behalf: of several the one that the form was shown
 * with or that a program names in a header, else the one chosen for the session, else the one whose deputy they have
 * been longest. A form of which the deputyship has ended meanwhile is refused.
 */
function noteDeputy(request: Request, actor: Actor, access: Permission): void {
  const principals = principalsOf(actor, access);
  if (principals.length === 0) return;
  const named = namedPrincipals(request).filter(
    (one) => !one.includes('.') || principals.some(({ role }) => one.startsWith(`${role}.`)),
  );
  const principal =
    named.length === 0
      ? chosenOf(principals, actor.actsFor)
      : principals.find(
          ({ role, accountId }) => named.includes(accountId) || named.includes(writeChoice(role, accountId)),
        );
  if (principal === undefined) throw new DomainError('http.not_deputy', {});
  actor.onBehalfOf = principal.accountId;
}

function namedPrincipals(request: Request): string[] {
  const body = request.body as { _for?: unknown } | undefined;
  const sent: unknown = request.get(PRINCIPAL_HEADER)?.split(',') ?? body?._for ?? [];
  return [sent]
    .flat()
    .filter((one) => typeof one === 'string')
    .map((one) => one.trim());
}

/** Also checked before sign-in: another site must not sign a visitor in with its own account. */
function demandOwnSite(request: Request): void {
  const site = request.get('sec-fetch-site') ?? 'none';
  if (site !== 'none' && site !== 'same-origin') throw new DomainError('http.from_elsewhere', {});
}

/** A form carries the session's token in `_csrf`, a script in a header; another site knows neither. */
function demandCsrfToken(request: Request, expected: string): void {
  const body = request.body as { _csrf?: unknown } | undefined;
  const given = request.get('x-csrf-token') ?? body?._csrf;
  if (typeof given !== 'string' || !same(given, expected)) throw new DomainError('http.form_expired', {});
}

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

/**
 * The built-in mailbox contains everybody's sign-in links, so outside the sample a permission is needed to read it.
 */
export function mayReadMailbox(session: Session | null | undefined): boolean {
  return session?.committee.isSample === true || may(session?.actor, 'mailbox.read_of_real_people');
}
