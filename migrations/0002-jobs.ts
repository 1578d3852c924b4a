import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, sharedTable } from './tenant-table.ts';

/**
 * Claims on the jobs of a library whose schema this migration made as well, while the library was in use. 0009 carries
 * that schema's jobs over and drops both, so a new database never has it.
 */
export class Jobs0002 implements MigrationInterface {
  name = 'Jobs1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      sharedTable(
        'job_claims',
        `
        job_id uuid not null constraint job_claims_pk primary key,
        lane text not null,
        process integer not null,
        claimed_at timestamptz not null`,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropTables('job_claims') + `drop schema if exists pgboss cascade`);
  }
}
