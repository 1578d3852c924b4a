import type { NextFunction, Request, Response } from 'express';
import { DomainError, type Fault } from '../../kernel/domain-error.ts';
import type {} from './errors.ts';

/** Far deeper than any request of ours, and shallow enough for code that walks it by recursion. */
const DEEPEST = 50;
const MOST_FAULTS = 20;
/** What no text in PostgreSQL may hold: U+0000 and halves of surrogate pairs. */
const UNSTORABLE = /\0|\p{Surrogate}/u;
/** `body-parser` and `multer` read the first three; the others are files that a route reads itself. */
const READ = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/**
 * Last before the routes: they find a body, though an empty one, and no character in it or in the address that cannot be
 * kept, so that such a request is told what is wrong with it rather than failing somewhere behind.
 * @throws DomainError http.unsupported_type, http.malformed, input.invalid
 */
export function readableBody(request: Request, _response: Response, next: NextFunction): void {
  if (request.body === undefined && isOfOtherType(request)) throw new DomainError('http.unsupported_type', {});
  if (isUnstorable(decoded(request.originalUrl))) throw new DomainError('http.malformed', {});
  request.body ??= {};
  // Of what a person pasted into a form, whoever keeps it leaves out what cannot be kept.
  const isRead = request.is('application/json') && !Buffer.isBuffer(request.body);
  const faults = isRead ? faultsOf(request.body) : [];
  if (faults.length > 0) throw new DomainError('input.invalid', { count: faults.length }, faults);
  next();
}

function isOfOtherType(request: Request): boolean {
  // Express takes a length of 0 for a body of no type; null is none at all.
  return request.get('content-length') !== '0' && request.is(READ) === false;
}

function faultsOf(body: unknown): Fault[] {
  const faults: Fault[] = [];
  const open: { pointer: string; value: unknown; depth: number }[] = [{ pointer: '', value: body, depth: 0 }];
  for (let place = open.pop(); place && faults.length < MOST_FAULTS; place = open.pop()) {
    const { pointer, value, depth } = place;
    if (typeof value === 'string' && isUnstorable(value)) faults.push({ pointer, code: 'isStorable' });
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST) throw new DomainError('http.malformed', {});
    for (const [key, child] of Object.entries(value)) {
      if (isUnstorable(key)) throw new DomainError('http.malformed', {});
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
