import type { Month } from '../../../kernel/month.ts';
import type { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';

/** Makes transactions that change a committee's month (calendar, plan, publication) wait for each other. */
export async function lockMonth(work: PostgresUnitOfWork, month: Month): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext('month/' || $1), hashtext($2))`, [
    work.actor.committeeId,
    month,
  ]);
}
