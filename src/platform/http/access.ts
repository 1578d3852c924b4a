import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from './api-description.ts';
import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Session } from '../../kernel/authenticator.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { may, type Permission } from '../../kernel/permissions.ts';
import type {} from './errors.ts';

/** Where a route's access is noted: on its handler, else on its controller. */
export const ACCESS = 'giaoban:access';

/** Whom a route admits. A route that does not say is closed to everybody. */
export type Access = 'public' | 'signed-in' | Permission;

export const Public = () => admit('public');
export const SignedIn = () => admit('signed-in');
export const Allows = (permission: Permission) => admit(permission);

/** By which the description of the API says whom an operation admits. */
export const ACCESS_EXTENSION = 'x-access';

function admit(access: Access) {
  return applyDecorators(SetMetadata(ACCESS, access), ApiExtension(ACCESS_EXTENSION, access));
}

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
    if (!request.session) throw new DomainError('http.sign_in_needed', {});
    if (access === 'signed-in') return true;
    if (!may(request.session.actor, access)) throw new DomainError('http.not_allowed', {});
    return true;
  }
}

/** Also where nobody is signed in yet: another site must not sign its own account in here. */
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

/** Sign-in links of everybody lie in the built-in mailbox, so outside a sample it is the administrator's. */
export function mayReadMailbox(session: Session | null | undefined): boolean {
  return session?.committee.isSample === true || may(session?.actor, 'mailbox.read_of_real_people');
}
