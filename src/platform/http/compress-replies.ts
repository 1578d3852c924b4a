import compression from 'compression';
import type { Request, Response } from 'express';

/**
 * Compresses pages, parts of pages and JSON, unless `mayCompress` forbids it; assets have compressed copies already.
 */
export const compressReplies = compression({
  filter: (request, response) => mayCompress(request, response) && compression.filter(request, response),
});

/**
 * Whether this reply may be compressed. A page may contain a secret (its CSRF token, the address of a calendar) and
 * also text that somebody else chooses. Then the compressed length shows how much the two have in common, and another
 * site that makes the browser send thousands of requests can read the secret letter by letter (BREACH). So a reply to a
 * request with cookies is compressed only if the browser states that the request comes from our own site; a browser
 * that states nothing gets the page uncompressed.
 */
function mayCompress(request: Request, response: Response): boolean {
  // A stream must send each event at once. A strong ETag identifies exact bytes, and If-Match compares it.
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
