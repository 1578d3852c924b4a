import type { VisitResult } from '../domain/visit-result.ts';
import type { Visit, VisitId } from '../domain/visit.ts';

export abstract class Visits {
  /** @throws DomainError visit.not_found */
  abstract get(id: VisitId): Promise<Visit>;
  abstract getForUpdate(id: VisitId): Promise<Visit>;
  /** Locks those that nobody else has locked, without waiting for the others. */
  abstract lockFree(ids: readonly VisitId[]): Promise<VisitId[]>;
  /** Stores the changed visit and lets its revision rise. */
  abstract update(visit: Visit): Promise<void>;
  /** Stores the figures and findings of a visit; a finding that is known by its id is changed, one that is gone withdrawn. */
  abstract storeResult(id: VisitId, result: VisitResult): Promise<void>;
  abstract insertAll(visits: readonly Visit[]): Promise<void>;
}
