import type { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';

/** Deletes the counters whose window is over. */
export async function purgeRateLimits(work: PostgresUnitOfWork, now: Date): Promise<void> {
  await work.query(`delete from rate_limits where resets_at <= $1`, [now]);
}
