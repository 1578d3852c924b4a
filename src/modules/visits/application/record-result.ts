import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { VisitResult } from '../domain/visit-result.ts';
import type { VisitId } from '../domain/visit.ts';
import { Visits } from './visits.ts';

/** What an accepted form leaves with its visit; called by whoever accepts it, in the same transaction. */
@Injectable()
export class RecordResult {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: Visits,
  ) {}

  /** Holds everything about one visit until the transaction ends. */
  async lock(id: VisitId): Promise<void> {
    await this.visits.getForUpdate(id);
  }

  /** Replaces whatever result was there. */
  execute(id: VisitId, result: VisitResult): Promise<void> {
    return this.work.run(() => this.visits.storeResult(id, result));
  }
}
