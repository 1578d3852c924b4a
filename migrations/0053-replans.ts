import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** What the engine would change in a published month from the time on at which it was asked; of each month the last. */
export class Replans0053 implements MigrationInterface {
  name = 'Replans1700000000053';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPLANS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropTables('replans'));
  }
}

const REPLANS = tenantTable(
  'replans',
  `
    month date not null constraint replans_month_ck check (extract(day from month) = 1),
    solve_id uuid not null,
    -- The published plan with its revision, as it was when the engine was asked.
    plan_id uuid not null,
    revision integer not null,
    goal text not null constraint replans_goal_ck check (goal in ('few', 'even')),
    asked_at timestamptz not null,
    -- Null until the engine has answered.
    result jsonb,
    constraint replans_pk primary key (committee_id, month)`,
);
