import { Injectable } from '@nestjs/common';
import type { Day, Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { DatedPolicy, PolicyField, PolicyPart } from '../../../policies/index.ts';
import { STANDARD_DUTY_POLICY } from '../../domain/deadlines.ts';

const FIELDS: readonly PolicyField[] = [
  {
    kind: 'whole',
    key: 'answerWorkdays',
    group: 'due',
    path: ['answerWorkdays'],
    least: 0,
    most: 20,
    unit: 'workdays',
  },
  { kind: 'whole', key: 'formWorkdays', group: 'due', path: ['formWorkdays'], least: 0, most: 30, unit: 'workdays' },
];

/** The acting committee's decisions about duties. A month with published duties keeps what its notice says. */
@Injectable()
export class DutyPolicies implements PolicyPart {
  readonly key = 'duty';
  readonly fields = FIELDS;
  readonly standard = STANDARD_DUTY_POLICY;

  constructor(private readonly work: PostgresUnitOfWork) {}

  list(): Promise<readonly DatedPolicy[]> {
    return this.work.query<DatedPolicy>(
      `select starts_on as "startsOn", content from duty_policies order by starts_on`,
    );
  }

  async put({ startsOn, content }: DatedPolicy): Promise<void> {
    await this.work.query(
      `insert into duty_policies (committee_id, starts_on, content) values (current_committee(), $1, $2)
       on conflict (committee_id, starts_on) do update set content = excluded.content`,
      [startsOn, JSON.stringify(content)],
    );
  }

  async remove(startsOn: Day): Promise<void> {
    await this.work.query(`delete from duty_policies where starts_on = $1`, [startsOn]);
  }

  async lastKept(): Promise<Month | null> {
    const [row] = await this.work.query<{ month: Month | null }>(
      `select to_char(max(month), 'YYYY-MM') as month from month_publications`,
    );
    return row?.month ?? null;
  }
}
