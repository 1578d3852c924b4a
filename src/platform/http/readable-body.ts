import type { NextFunction, Request, Response } from 'express';
import { DomainError, type Fault } from '../../kernel/domain-error.ts';
import type {} from './errors.ts';

/** Far deeper than any of our requests, and shallow enough for recursive code. */
const DEEPEST = 50;
const MOST_FAULTS = 20;
/** More than any form or request of ours has in one place; checking a hundred thousand would hold up everybody. */
const MOST_KEYS = 500;
/** What no text in PostgreSQL may hold: U+0000 and halves of surrogate pairs. */
const UNSTORABLE = /\0|\p{Surrogate}/u;
/** `body-parser` and `multer` read the first three types; the others are files that routes read themselves. */
const READ = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/octet-stream',
  'message/rfc822',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/**
 * The last middleware before the routes. It makes sure that a body exists, even if empty, and that the body and the
 * address contain no character that cannot be stored, so that the sender is told what is wrong before any route fails
 * because of it.
 * @throws DomainError http.unsupported_type, http.malformed, input.invalid
 */
export function readableBody(request: Request, _response: Response, next: NextFunction): void {
  if (request.body === undefined && isOfOtherType(request)) throw new DomainError('http.unsupported_type', {});
  if (isUnstorable(decoded(request.originalUrl))) throw new DomainError('http.malformed', {});
  request.body ??= {};
  // Forms may contain such characters, because people paste text; the code that stores the text removes them.
  const isRead = !Buffer.isBuffer(request.body);
  const faults = isRead ? faultsOf(request.body, request.is('application/json') !== false) : [];
  if (faults.length > 0) throw new DomainError('input.invalid', { count: faults.length }, faults);
  next();
}

function isOfOtherType(request: Request): boolean {
  // Express takes a length of 0 as a body without a type, but here it means no body.
  return request.get('content-length') !== '0' && request.is(READ) === false;
}

function faultsOf(body: unknown, mustBeStorable: boolean): Fault[] {
  const faults: Fault[] = [];
  const open: { pointer: string; value: unknown; depth: number }[] = [{ pointer: '', value: body, depth: 0 }];
  for (let place = open.pop(); place && faults.length < MOST_FAULTS; place = open.pop()) {
    const { pointer, value, depth } = place;
    if (mustBeStorable && typeof value === 'string' && isUnstorable(value))
      faults.push({ pointer, code: 'isStorable' });
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST) throw new DomainError('http.malformed', {});
    const entries = Object.entries(value);
    if (entries.length > MOST_KEYS && !Array.isArray(value)) throw new DomainError('http.malformed', {});
    for (const [key, child] of entries) {
      if (mustBeStorable && isUnstorable(key)) throw new DomainError('http.malformed', {});
      open.push({ pointer: pointerTo(pointer, key), value: child, depth: depth + 1 });
    }
  }
  return faults;
}

/** The JSON pointer (RFC 6901) of a property. */
export function pointerTo(parent: string, key: string): string {
  return `${parent}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function isUnstorable(text: string): boolean {
  return UNSTORABLE.test(text);
}

/** @throws DomainError http.malformed */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    throw new DomainError('http.malformed', {});
  }
}
