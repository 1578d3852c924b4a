import type { VisitId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { firstDay, type Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { LockedVisits } from '../../../visits/index.ts';
import type { MissingForm } from '../../application/ports.ts';

const IS_SENT = `exists (select from submissions s where s.visit_id = v.id)`;

@Injectable()
export class MissingForms {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly visits: LockedVisits,
  ) {}

  /** Of one month or of all. Held until the transaction ends; a visit whose form is just arriving is left out. */
  async lock(now: Date, month: Month | null): Promise<MissingForm[]> {
    const over = await this.work.query<{ id: VisitId }>(
      `select v.id from month_visits v join month_meetings m on m.id = v.meeting_id
       where m.ends_at <= $1 and ($2::date is null or v.month = $2) and v.takes_place and not ${IS_SENT} order by v.id`,
      [now, month && firstDay(month)],
    );
    const held = await this.visits.lockFree(over.map(({ id }) => id));
    // Looked up again once they are held: a form may have come in between.
    return this.work.query<MissingForm>(
      `select v.id as "visitId", v.specialist_id as "specialistId", b.name as branch, v.held_on as "heldOn", c.time_zone as zone
       from month_visits v cross join acting_committee c join month_meetings m on m.id = v.meeting_id
       join branch_profiles b on b.id = v.branch_id
       where v.id = any($1) and v.takes_place and not ${IS_SENT} order by m.starts_at, v.id`,
      [held],
    );
  }

  /** Marks all stages; true where the last of them is news. */
  async markReminded(visitId: VisitId, stages: readonly string[], at: Date): Promise<boolean> {
    const latest = stages.at(-1);
    if (latest === undefined) return false;
    const marked = await this.work.query<{ stage: string }>(
      `insert into form_reminders (committee_id, visit_id, stage, reminded_at)
       select current_committee(), $1, stage, $3 from unnest($2::text[]) as stage
       on conflict do nothing returning stage`,
      [visitId, stages, at],
    );
    return marked.some(({ stage }) => stage === latest);
  }
}
