import { Injectable } from '@nestjs/common';
import { isId, type VisitId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { KeptTouch, TouchCause } from '../../domain/touched-visit.ts';

/** Records that somebody has confirmed a visit in spite of a conflict. */
@Injectable()
export class KeptVisits {
  constructor(private readonly work: PostgresUnitOfWork) {}

  static keyOf(visitId: VisitId, cause: TouchCause, fact: string): string {
    return `${visitId}/${cause}/${fact}`;
  }

  async keys(): Promise<Set<string>> {
    const rows = await this.work.query<{ key: string }>(
      `select visit_id || '/' || cause || '/' || fact as key from kept_visits`,
      [],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** Returns whether that is new. */
  async keep({ visitId, cause, fact }: KeptTouch, reason: string | null, at: Date): Promise<boolean> {
    if (!isId(visitId)) return false;
    const rows = await this.work.query(
      `insert into kept_visits (committee_id, visit_id, cause, fact, reason, kept_at, kept_by)
       values (current_committee(), $1, $2, $3, $4, $5, $6) on conflict do nothing returning visit_id`,
      [visitId, cause, fact, reason, at, this.work.actor.accountId],
    );
    return rows.length > 0;
  }
}
