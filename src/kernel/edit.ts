import { DomainError } from './domain-error.ts';

declare module './domain-error.ts' {
  interface ErrorParams {
    /** Who changed it last, on whose behalf, and when in the committee's local time; null where that is not known. */
    'edit.stale': { by: string | null; at: string | null; onBehalfOf?: string | null };
  }
}

/** The error for an edit based on a state that somebody else has changed since. */
export function staleEdit(): DomainError<'edit.stale'> {
  return new DomainError('edit.stale', { by: null, at: null });
}

/** @throws DomainError edit.stale unless the revision that the caller has seen is the current one. */
export function mustHaveSeen(seen: number, current: number): void {
  if (seen !== current) throw staleEdit();
}
