import { randomBytes } from 'node:crypto';
import { parse } from 'cookie';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { LOCALES, type Locale } from '../../kernel/actor.ts';
import type { Authenticator } from '../../kernel/authenticator.ts';
import type { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';
import { readChoices } from './acting-for.ts';
import type { CookieNames } from './cookies.ts';

/** W3C Trace Context; an id of zeros only is invalid. */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Sets the id by which a request is found in the logs; a caller may send one. */
export function traceMiddleware(request: Request, response: Response, next: NextFunction): void {
  request.traceId = TRACEPARENT.exec(request.get('traceparent') ?? '')?.[1] ?? randomBytes(16).toString('hex');
  request.session = null;
  request.locale = 'vi';
  response.setHeader('X-Trace-Id', request.traceId);
  next();
}

/** Finds the session, and runs the rest of the request on behalf of its account. */
export function sessionMiddleware(
  authenticator: Authenticator,
  work: PostgresUnitOfWork,
  names: CookieNames,
): RequestHandler {
  return (request, _response, next) => {
    const cookies = parse(request.headers.cookie ?? '');
    const token = cookies[names.session];
    const chosen = cookies[names.locale];
    const asked = isLocale(chosen) ? chosen : localeOfProgram(request);
    if (asked) request.locale = asked;
    if (token === undefined) {
      next();
      return;
    }
    authenticator.authenticate(token).then((session) => {
      if (!session) {
        authenticator.hasLostRoles(token).then((hasLostRoles) => {
          request.hasLostRoles = hasLostRoles;
          next();
        }, next);
        return;
      }
      const actsFor = readChoices((cookies[names.actsFor] ?? '').split('/'));
      request.session = { ...session, actor: { ...session.actor, actsFor } };
      if (!asked) request.locale = session.account.locale;
      void work.as(request.session.actor, async () => {
        next();
        return Promise.resolve();
      });
    }, next);
  };
}

/**
 * The language that a program requests. A browser, recognised by Sec-Fetch-Site, sends a language that its user may
 * never have chosen, so there only the language switch counts.
 */
function localeOfProgram(request: Request): Locale | undefined {
  if (!request.path.startsWith('/api/') || request.get('sec-fetch-site') !== undefined) return undefined;
  const accepted = request.get('accept-language') ?? '*';
  return accepted === '*' ? undefined : LOCALES.find((locale) => locale === request.acceptsLanguages(...LOCALES));
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}
