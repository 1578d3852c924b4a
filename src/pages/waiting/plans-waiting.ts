import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { PlanGroundReadModel } from '../../modules/planning/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

/** Current and coming months that need a plan, a new plan, or publication. */
@Injectable()
export class PlansWaiting extends WaitingSource {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly grounds: PlanGroundReadModel,
  ) {
    super();
  }

  async list(reader: Actor, now: Date): Promise<WaitingItem[]> {
    if (!may(reader, 'plan.make')) return [];
    const months = await this.work.query<{ month: Month; isDraft: boolean }>(
      `select to_char(m.month, 'YYYY-MM') as month, p.state is not null as "isDraft"
       from (select distinct month from month_meetings
         where state = 'scheduled' and month >= date_trunc('month', $1::timestamptz at time zone committee_zone())::date) m
       left join month_plans p on p.month = m.month
       where coalesce(p.state, 'draft') = 'draft' and not exists (
         select from tracked_jobs t where t.kind = 'plan.solve' and t.subject = to_char(m.month, 'YYYY-MM') and t.is_open)
       order by m.month`,
      [now],
    );
    const items: WaitingItem[] = [];
    for (const { month, isDraft } of months) items.push(await this.itemOf(month, isDraft));
    return items;
  }

  private async itemOf(month: Month, isDraft: boolean): Promise<WaitingItem> {
    const of = { month, under: 'plan' as const, count: 1 };
    const page = `/months/${month}`;
    if (!isDraft) return { ...of, sentence: { key: 'waiting.plan' }, href: page };
    const isOutdated = await this.grounds.isOutdated(month);
    return isOutdated
      ? { ...of, sentence: { key: 'waiting.outdated' }, href: page }
      : { ...of, sentence: { key: 'waiting.publish' }, href: `${page}/publish` };
  }
}
