import { randomBytes } from 'node:crypto';
import { parse } from 'cookie';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { LOCALES, type Locale } from '../../kernel/actor.ts';
import type { Authenticator } from '../../kernel/authenticator.ts';
import type { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';
import type { CookieNames } from './cookies.ts';

/** W3C Trace Context; ids of zeros alone are none. */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The id by which a request is found again in the logs, taken over from a caller who has one. */
export function traceMiddleware(request: Request, response: Response, next: NextFunction): void {
  request.traceId = TRACEPARENT.exec(request.get('traceparent') ?? '')?.[1] ?? randomBytes(16).toString('hex');
  request.session = null;
  request.locale = 'vi';
  response.setHeader('X-Trace-Id', request.traceId);
  next();
}

/** Finds who is signed in, and runs all that follows on their behalf. */
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
        next();
        return;
      }
      request.session = session;
      if (!asked) request.locale = session.account.locale;
      void work.as(session.actor, async () => {
        next();
        return Promise.resolve();
      });
    }, next);
  };
}

/**
 * What a program asks for. Browsers, which tell of themselves by Sec-Fetch-Site, send a language that their user may
 * never have chosen; there the switch on the page counts.
 */
function localeOfProgram(request: Request): Locale | undefined {
  if (!request.path.startsWith('/api/') || request.get('sec-fetch-site') !== undefined) return undefined;
  const accepted = request.get('accept-language') ?? '*';
  return accepted === '*' ? undefined : LOCALES.find((locale) => locale === request.acceptsLanguages(...LOCALES));
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}
