import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Problems that were sent to the engine alone, and its answers; kept for a day. */
export class EngineSolves0006 implements MigrationInterface {
  name = 'EngineSolves1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(
        'engine_solves',
        `
        id uuid not null,
        state text not null constraint engine_solves_state_ck check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
        problem jsonb not null,
        options jsonb not null,
        progress jsonb,
        plan jsonb,
        cancel_asked boolean not null default false,
        asked_at timestamptz not null,
        updated_at timestamptz not null,
        constraint engine_solves_pk primary key (committee_id, id),
        constraint engine_solves_plan_ck check (state <> 'done' or plan is not null)`,
      ) + `create index engine_solves_asked_ix on engine_solves (committee_id, asked_at);`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropTables('engine_solves'));
  }
}
