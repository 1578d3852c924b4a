import { Injectable } from '@nestjs/common';
import type { AmendmentId, PlanId, PlanRef } from '../../../../kernel/id.ts';
import { firstDay, type Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { Amendment } from '../../domain/amendment.ts';

const SELECT = `select id, plan_id as "planId", to_char(month, 'YYYY-MM') as month, number, kind, reason,
    notice_id as "noticeId", changes, revision, made_at as "madeAt", made_by as "madeBy" from amendments`;

/** What was amended is never changed; a mistake is amended again. */
@Injectable()
export class Amendments {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async get(id: AmendmentId): Promise<Amendment> {
    const [amendment] = await this.work.query<Amendment>(`${SELECT} where id = $1`, [id]);
    if (!amendment) throw new Error(`there is no amendment ${id}`);
    return amendment;
  }

  /** In the order in which they were made. */
  list(month: Month): Promise<Amendment[]> {
    return this.work.query<Amendment>(`${SELECT} where month = $1 order by number`, [firstDay(month)]);
  }

  /** The one that made this revision of a plan. */
  async findByRevision(planId: PlanRef, revision: number): Promise<Amendment | null> {
    const [amendment] = await this.work.query<Amendment>(`${SELECT} where plan_id = $1 and revision = $2`, [
      planId,
      revision,
    ]);
    return amendment ?? null;
  }

  /** To be asked while the month is locked. */
  async nextNumber(month: Month): Promise<number> {
    const [row] = await this.work.query<{ next: number }>(
      `select coalesce(max(number), 0) + 1 as next from amendments where month = $1`,
      [firstDay(month)],
    );
    return row?.next ?? 1;
  }

  async insert(amendment: Amendment): Promise<void> {
    const { id, planId, month, number, kind, reason, noticeId, changes, revision, madeAt, madeBy } = amendment;
    await this.work.query(
      `insert into amendments (committee_id, id, plan_id, month, number, kind, reason, notice_id, changes, revision,
         made_at, made_by)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        planId satisfies PlanId,
        firstDay(month),
        number,
        kind,
        reason,
        noticeId,
        JSON.stringify(changes),
        revision,
        madeAt,
        madeBy,
      ],
    );
  }
}
