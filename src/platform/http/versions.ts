import type { Request, Response } from 'express';
import { DomainError } from '../../kernel/domain-error.ts';
import type {} from './errors.ts';

const ETAG = /^"(\d{1,9})"$/;

/** States in the reply which revision it shows. */
export function showRevision(response: Response, revision: number): void {
  response.setHeader('ETag', `"${revision}"`);
}

/**
 * The revision that the caller has seen: `If-Match: "3"`, or 0 for `If-None-Match: *`, which creates.
 * @throws DomainError http.version_missing
 */
export function revisionSeen(request: Request): number {
  if (request.get('if-none-match') === '*') return 0;
  const revision = ETAG.exec(request.get('if-match') ?? '')?.[1];
  if (revision === undefined) throw new DomainError('http.version_missing', {});
  return Number(revision);
}
