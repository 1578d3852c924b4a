import type { VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { NO_RESULT, type VisitResult } from '../domain/visit-result.ts';
import { complete, mayWrite, mustBeOpen, type Visit } from '../domain/visit.ts';
import { Visits } from '../infra/repositories/visits.ts';

/**
 * Visits as their forms need them: locked until the caller's transaction ends. The locked row is the queue in which all
 * that is done about one visit's form stands.
 */
@Injectable()
export class LockedVisits {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: Visits,
  ) {}

  /** @throws DomainError visit.not_found */
  get(id: VisitId): Promise<Visit> {
    return this.visits.getForUpdate(id);
  }

  /** The acting specialist's, or one in which they stand in for somebody, of which a form may come. @throws DomainError visit.not_found, visit.not_yours, visit.not_open */
  async getOwn(id: VisitId): Promise<Visit> {
    const visit = await this.visits.getForUpdate(id);
    if (!mayWrite(visit, this.work.actor.specialistId)) throw new DomainError('visit.not_yours', { visitId: id });
    mustBeOpen(visit);
    return visit;
  }

  /** Those of them that nobody else holds. */
  lockFree(ids: readonly VisitId[]): Promise<VisitId[]> {
    return this.visits.lockFree(ids);
  }

  /** A form has come. */
  async complete(visit: Visit): Promise<void> {
    const done = complete(visit);
    if (done !== visit) await this.visits.update(done);
  }

  /** What an accepted form leaves; findings that it no longer has are withdrawn. */
  storeResult(visit: Visit, result: VisitResult): Promise<void> {
    return this.visits.storeResult(visit.id, result);
  }

  /** The form that counted does so no longer: its figures go, and its findings are withdrawn. */
  clearResult(visit: Visit): Promise<void> {
    return this.visits.storeResult(visit.id, NO_RESULT);
  }
}
