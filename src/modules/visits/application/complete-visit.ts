import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { complete, mustBelongTo, mustBeOpen, type Visit, type VisitId } from '../domain/visit.ts';
import { Visits } from './visits.ts';

/** What a form does to its visit; called by whoever stores the form, in the same transaction. */
@Injectable()
export class CompleteVisit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: Visits,
  ) {}

  /** The acting specialist's visit, locked until the transaction ends. */
  async take(id: VisitId): Promise<Visit> {
    const visit = await this.visits.getForUpdate(id);
    mustBelongTo(visit, this.work.actor.specialistId);
    mustBeOpen(visit);
    return visit;
  }

  async execute(visit: Visit): Promise<Visit> {
    const done = complete(visit);
    if (done !== visit) await this.visits.update(done);
    return done;
  }
}
