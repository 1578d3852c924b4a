import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import type { Day, Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { DatedPolicy, PolicyPart } from '../../../policies/index.ts';
import type {} from '../../errors.ts';
import { PLANNING_FIELDS } from '../../domain/planning-fields.ts';
import { type PlanningPolicy, STANDARD_POLICY } from '../../domain/planning-policy.ts';

/** The acting committee's decisions about planning. A month with a published plan keeps its policy. */
@Injectable()
export class PlanningPolicies implements PolicyPart {
  readonly key = 'planning';
  readonly fields = PLANNING_FIELDS;
  readonly standard = STANDARD_POLICY;

  constructor(private readonly work: PostgresUnitOfWork) {}

  async list(): Promise<readonly DatedPolicy[]> {
    return this.work.query<DatedPolicy>(
      `select starts_on as "startsOn", content from planning_policies order by starts_on`,
    );
  }

  mustAgree({ observers }: PlanningPolicy): void {
    if (observers.max < observers.min) throw new DomainError('plan.observers_contradict', {});
  }

  async put({ startsOn, content }: DatedPolicy): Promise<void> {
    await this.work.query(
      `insert into planning_policies (committee_id, starts_on, content) values (current_committee(), $1, $2)
       on conflict (committee_id, starts_on) do update set content = excluded.content`,
      [startsOn, JSON.stringify(content)],
    );
  }

  async remove(startsOn: Day): Promise<void> {
    await this.work.query(`delete from planning_policies where starts_on = $1`, [startsOn]);
  }

  async lastKept(): Promise<Month | null> {
    const [row] = await this.work.query<{ month: Month | null }>(
      `select to_char(max(month), 'YYYY-MM') as month from plans where state = 'published'`,
    );
    return row?.month ?? null;
  }
}
