import type { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';

/** Deletes events older than some days that every handler has handled. */
export async function purgeEvents(work: PostgresUnitOfWork, now: Date, days: number): Promise<void> {
  const old = `occurred_at < $1::timestamptz - make_interval(days => $2)
    and not exists (select from event_deliveries o where o.event_id = e.id and o.handled_at is null)`;
  await work.query(`delete from event_deliveries d using events e where e.id = d.event_id and ${old}`, [now, days]);
  await work.query(`delete from events e where ${old}`, [now, days]);
}
