import { Injectable } from '@nestjs/common';
import { firstDay, type Month } from '../../../kernel/month.ts';
import { Work } from '../../../platform/database/work.ts';
import type { VisitId } from '../../visits/index.ts';
import { type MissingForm, MissingForms } from '../application/ports.ts';

@Injectable()
export class PgMissingForms extends MissingForms {
  constructor(private readonly work: Work) {
    super();
  }

  lock(now: Date, month: Month | null): Promise<MissingForm[]> {
    return this.work.query<MissingForm>(
      `select v.id as "visitId", v.specialist_id as "specialistId", b.name as branch, v.held_on as "heldOn", c.time_zone as zone
       from visits v join meetings m on m.id = v.meeting_id join branches b on b.id = v.branch_id
       join committees c on c.id = v.committee_id
       where m.ends_at <= $1 and ($2::date is null or m.month = $2) and v.state in ('offered', 'accepted', 'done')
         and not exists (select 1 from submissions s where s.visit_id = v.id)
       order by m.starts_at, v.id for update of v skip locked`,
      [now, month && firstDay(month)],
    );
  }

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
