/** What an error page can be about; a status of HTTP is one of these. */
export type ErrorPageKind = 'forbidden' | 'not_found' | 'conflict' | 'invalid' | 'unavailable' | 'failed';

export interface ErrorPage {
  readonly status: number;
  readonly kind: ErrorPageKind;
  /** What happened, in the reader's language; null for the kind's own sentence. */
  readonly sentence: string | null;
  /** One sentence for each place of the input that is wrong. */
  readonly faults: readonly string[];
  /** Null where to repeat the request would not help. */
  readonly retryHref: string | null;
  /** Found again in the log. */
  readonly reference: string;
}

export function errorPageKind(status: number): ErrorPageKind {
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not_found';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 503) return 'unavailable';
  return status >= 500 ? 'failed' : 'invalid';
}
