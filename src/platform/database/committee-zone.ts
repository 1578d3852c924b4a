import type { PostgresUnitOfWork } from './postgres-unit-of-work.ts';

/** The time zone of the acting committee, read once in a transaction. */
export function committeeZone(work: PostgresUnitOfWork): Promise<string> {
  return work.local(committeeZone, async () => {
    const [row] = await work.query<{ zone: string | null }>(`select committee_zone() as zone`);
    if (!row?.zone) throw new Error('the acting committee is always there');
    return row.zone;
  });
}
