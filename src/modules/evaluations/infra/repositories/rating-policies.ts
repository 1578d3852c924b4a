import { Injectable } from '@nestjs/common';
import { type Day, firstDay, type Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { contentOn, type DatedPolicy, type PolicyPart } from '../../../policies/index.ts';
import { RATING_FIELDS, ratingPolicy, type RatingPolicy, STANDARD_RATING_POLICY } from '../../domain/rating-policy.ts';

/** The acting committee's decisions about official ratings. A month with a frozen briefing keeps its policy. */
@Injectable()
export class RatingPolicies implements PolicyPart {
  readonly key = 'rating';
  readonly fields = RATING_FIELDS;
  readonly standard = STANDARD_RATING_POLICY;

  constructor(private readonly work: PostgresUnitOfWork) {}

  async of(month: Month): Promise<RatingPolicy> {
    return ratingPolicy(contentOn(await this.list(), firstDay(month)));
  }

  list(): Promise<readonly DatedPolicy[]> {
    return this.work.query<DatedPolicy>(
      `select starts_on as "startsOn", content from rating_policies order by starts_on`,
    );
  }

  async put({ startsOn, content }: DatedPolicy): Promise<void> {
    await this.work.query(
      `insert into rating_policies (committee_id, starts_on, content) values (current_committee(), $1, $2)
       on conflict (committee_id, starts_on) do update set content = excluded.content`,
      [startsOn, JSON.stringify(content)],
    );
  }

  async remove(startsOn: Day): Promise<void> {
    await this.work.query(`delete from rating_policies where starts_on = $1`, [startsOn]);
  }

  async lastKept(): Promise<Month | null> {
    const [row] = await this.work.query<{ month: Month | null }>(
      `select to_char(max(month), 'YYYY-MM') as month from briefing_versions where state = 'frozen'`,
    );
    return row?.month ?? null;
  }
}
