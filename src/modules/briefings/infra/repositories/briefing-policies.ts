import { Injectable } from '@nestjs/common';
import type { Day, Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { DatedPolicy, PolicyPart } from '../../../policies/index.ts';
import { BRIEFING_FIELDS } from '../../domain/briefing-fields.ts';
import { STANDARD_BRIEFING } from '../../domain/briefing-policy.ts';

/** The acting committee's decisions about its briefing. A month with a frozen briefing keeps its policy. */
@Injectable()
export class BriefingPolicies implements PolicyPart {
  readonly key = 'briefing';
  readonly fields = BRIEFING_FIELDS;
  readonly standard = STANDARD_BRIEFING;

  constructor(private readonly work: PostgresUnitOfWork) {}

  list(): Promise<readonly DatedPolicy[]> {
    return this.work.query<DatedPolicy>(
      `select starts_on as "startsOn", content from briefing_policies order by starts_on`,
    );
  }

  async put({ startsOn, content }: DatedPolicy): Promise<void> {
    await this.work.query(
      `insert into briefing_policies (committee_id, starts_on, content) values (current_committee(), $1, $2)
       on conflict (committee_id, starts_on) do update set content = excluded.content`,
      [startsOn, JSON.stringify(content)],
    );
  }

  async remove(startsOn: Day): Promise<void> {
    await this.work.query(`delete from briefing_policies where starts_on = $1`, [startsOn]);
  }

  async lastKept(): Promise<Month | null> {
    const [row] = await this.work.query<{ month: Month | null }>(
      `select to_char(max(month), 'YYYY-MM') as month from briefings where state = 'frozen'`,
    );
    return row?.month ?? null;
  }
}
