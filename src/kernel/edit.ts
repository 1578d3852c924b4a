import { DomainError } from './domain-error.ts';

declare module './domain-error.ts' {
  interface ErrorParams {
    /** Who changed it last, for whom, and when in the committee's own time; null where that is not known. */
    'edit.stale': { by: string | null; at: string | null; onBehalfOf?: string | null };
  }
}

/** Somebody was quicker: what the caller has seen is no longer so. */
export function staleEdit(): DomainError<'edit.stale'> {
  return new DomainError('edit.stale', { by: null, at: null });
}

/** @throws DomainError edit.stale where the revision that the caller has seen is not the current one. */
export function mustHaveSeen(seen: number, current: number): void {
  if (seen !== current) throw staleEdit();
}
