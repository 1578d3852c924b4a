/** What an error page can be about; a status of HTTP is one of these. */
export type ErrorPageKind =
  'signed_out' | 'expired' | 'forbidden' | 'not_found' | 'conflict' | 'invalid' | 'unavailable' | 'failed';

export interface ErrorPage {
  readonly status: number;
  readonly kind: ErrorPageKind;
  /** What happened, in the reader's language; null for the kind's own sentence. */
  readonly sentence: string | null;
  /** One sentence for each place of the input that is wrong. */
  readonly faults: readonly string[];
  /** What was typed and could not be taken, to be copied from here; nothing secret. */
  readonly typed: readonly string[];
  /** Where to sign in and come back; null where that is not what is missing. */
  readonly signInHref: string | null;
  /** The page that was open, as it is now; null where nothing was sent from one. */
  readonly backHref: string | null;
  /** Null where to repeat the request would not help. */
  readonly retryHref: string | null;
  /** Found again in the log. */
  readonly reference: string;
}

/** Only what somebody else has changed meanwhile is a conflict; that something cannot be done now is not. */
export function errorPageKind(status: number, code: string): ErrorPageKind {
  if (status === 401) return 'signed_out';
  if (code === 'http.form_expired') return 'expired';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not_found';
  if (status === 412 || (status === 409 && /stale|outdated|differs|meanwhile/.test(code))) return 'conflict';
  if (status === 503) return 'unavailable';
  return status >= 500 ? 'failed' : 'invalid';
}
