import type { VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { NO_RESULT, type VisitResult } from '../domain/visit-result.ts';
import { complete, mayWrite, mustBeOpen, undoCompletion, type Visit } from '../domain/visit.ts';
import { Visits } from '../infra/repositories/visits.ts';

/**
 * Visits as their forms need them, locked until the caller's transaction ends. Everything done about one visit's form
 * waits for this lock.
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

  /**
   * A visit of the acting specialist, or one in which they are the stand-in, for which a form may be sent. @throws
   * DomainError visit.not_found, visit.not_yours, visit.not_open
   */
  async getOwn(id: VisitId): Promise<Visit> {
    const visit = await this.visits.getForUpdate(id);
    if (!mayWrite(visit, this.work.actor.specialistId)) throw new DomainError('visit.not_yours', { visitId: id });
    mustBeOpen(visit);
    return visit;
  }

  /** Locks those that are not locked by others. */
  lockFree(ids: readonly VisitId[]): Promise<VisitId[]> {
    return this.visits.lockFree(ids);
  }

  /** Records that a form was sent. */
  async complete(visit: Visit): Promise<void> {
    const done = complete(visit);
    if (done !== visit) await this.visits.update(done);
  }

  /** The only form that had come was taken back. */
  async undoCompletion(visit: Visit): Promise<void> {
    const undone = undoCompletion(visit);
    if (undone !== visit) await this.visits.update(undone);
  }

  /** Stores the result of an accepted form; findings that it no longer contains are withdrawn. */
  storeResult(visit: Visit, result: VisitResult): Promise<void> {
    return this.visits.storeResult(visit.id, result);
  }

  /** Removes the result of a form that no longer counts: its figures are deleted, its findings withdrawn. */
  clearResult(visit: Visit): Promise<void> {
    return this.visits.storeResult(visit.id, NO_RESULT);
  }
}
