import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** What would have become of past months under another policy, and a queue for jobs that let others pass. */
export class Backtests0035 implements MigrationInterface {
  name = 'Backtests1700000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(
        'backtests',
        `
        id uuid not null,
        -- The first month that is not replayed, and at most so many before it.
        before_month date not null,
        months integer not null,
        -- What was tried otherwise than the policy in force, by field.
        changes jsonb not null,
        -- Null while it runs, and where it was stopped or failed.
        result jsonb,
        asked_at timestamptz not null,
        asked_by uuid,
        constraint backtests_pk primary key (committee_id, id),
        constraint backtests_before_ck check (extract(day from before_month) = 1),
        constraint backtests_months_ck check (months > 0)`,
      ) + `create index backtests_asked_ix on backtests (committee_id, asked_at);`,
    );
    await runner.query(queuesOf('work', 'heavy', 'mail', 'background'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from jobs where queue = 'background'; ${queuesOf('work', 'heavy', 'mail')}`);
    await runner.query(`delete from job_progress where kind = 'plan.backtest'; ${dropTables('backtests')}`);
  }
}

function queuesOf(...names: readonly string[]): string {
  const list = names.map((name) => `'${name}'`).join(', ');
  return `alter table jobs drop constraint jobs_queue_ck, add constraint jobs_queue_ck check (queue in (${list}));`;
}
