import type { SentField } from '../http/sent-fields.ts';

/** Kinds of error page; each HTTP status belongs to one of them. */
export type ErrorPageKind =
  | 'signed_out'
  | 'expired'
  | 'not_yours'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'invalid'
  | 'unavailable'
  | 'failed';

export interface ErrorPage {
  readonly status: number;
  readonly kind: ErrorPageKind;
  /** What happened, in the reader's language; null for the kind's own sentence. */
  readonly sentence: string | null;
  /** One sentence for each place of the input that is wrong. */
  readonly faults: readonly string[];
  /** What was typed and could not be saved, for copying; without secrets. */
  readonly typed: readonly string[];
  /** The form as it was sent, to be sent again with one button; null where that would not help. */
  readonly resend: { readonly action: string; readonly fields: readonly SentField[] } | null;
  /** The address for signing in and coming back; null where signing in would not help. */
  readonly signInHref: string | null;
  /** The page that sent the request, as it is now; null where no page did. */
  readonly backHref: string | null;
  /** Null where repeating the request would not help. */
  readonly retryHref: string | null;
  /** Identifies the request in the log. */
  readonly reference: string;
}

/** A conflict is only what somebody else has changed meanwhile, not everything that is impossible now. */
export function errorPageKind(status: number, code: string): ErrorPageKind {
  if (status === 401) return 'signed_out';
  if (code === 'http.form_expired') return 'expired';
  if (status === 403) return code.endsWith('.not_yours') ? 'not_yours' : 'forbidden';
  if (status === 404 || status === 410) return 'not_found';
  if (status === 412 || (status === 409 && /stale|outdated|differs|meanwhile|already/.test(code))) return 'conflict';
  if (status === 503) return 'unavailable';
  return status >= 500 ? 'failed' : 'invalid';
}
