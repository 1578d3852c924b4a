import PgBoss from 'pg-boss';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, sharedTable } from './tenant-table.ts';

/** The lanes on which jobs run: `short` keeps one waiting job per key, however often it is asked for. */
const LANES = {
  work: { policy: 'short', retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds: 600 },
  heavy: { policy: 'short', retryLimit: 2, retryDelay: 1, retryBackoff: false, expireInSeconds: 3600 },
  mail: { policy: 'short', retryLimit: 12, retryDelay: 5, retryBackoff: true, expireInSeconds: 120 },
};

/** pg-boss's own schema and the queues of it: its start cannot make them, because the application's role owns nothing. */
export class Jobs0002 implements MigrationInterface {
  name = 'Jobs1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    const plans = PgBoss.getConstructionPlans('pgboss')
      .replace(/^\s*BEGIN;/m, '')
      .replace(/COMMIT;\s*$/m, '');
    await runner.query(plans);
    for (const [lane, options] of Object.entries(LANES)) {
      await runner.query(`select pgboss.create_queue($1, $2)`, [lane, JSON.stringify(options)]);
    }
    await runner.query(`
      grant usage on schema pgboss to giaoban_app;
      grant select, insert, update, delete on all tables in schema pgboss to giaoban_app;
      grant execute on all functions in schema pgboss to giaoban_app;
    `);
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
    await runner.query(dropTables('job_claims') + `drop schema pgboss cascade`);
  }
}
