import compression from 'compression';
import type { Request, Response } from 'express';

/**
 * Compresses pages, parts of pages and JSON. What must not be compressed stands in `mayCompress`; the assets have
 * their own copies.
 */
export const compressReplies = compression({
  filter: (request, response) => mayCompress(request, response) && compression.filter(request, response),
});

/**
 * Whether the length of this reply may be that of its compressed form.
 *
 * Where a page holds a secret (its CSRF token, the address of a calendar) beside words that somebody else may choose,
 * the compressed length tells how much the two have in common, and another site that makes the browser ask thousands
 * of times reads the secret letter by letter (BREACH). So what a browser asks with its cookies is compressed only if it
 * says that no other site is behind it; a browser that says nothing gets its pages as they are.
 */
function mayCompress(request: Request, response: Response): boolean {
  // A stream shows each event at once. A strong ETag names exact bytes, and If-Match compares them.
  if (typeOf(response) === 'text/event-stream' || isStrong(response.get('ETag'))) return false;
  if (request.headers.cookie === undefined) return true;
  const site = request.get('sec-fetch-site');
  return site === undefined ? typeOf(response) !== 'text/html' : site === 'same-origin' || site === 'none';
}

function typeOf(response: Response): string {
  return (response.get('Content-Type') ?? '').split(';', 1)[0] ?? '';
}

function isStrong(tag: string | undefined): boolean {
  return tag !== undefined && !tag.startsWith('W/');
}
