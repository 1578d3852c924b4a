import type { PostgresUnitOfWork } from './postgres-unit-of-work.ts';

/** The time zone of the acting committee as it is at this moment: the transaction itself may have changed it. */
export async function committeeZone(work: PostgresUnitOfWork): Promise<string> {
  const [row] = await work.query<{ zone: string | null }>(`select committee_zone() as zone`);
  if (!row?.zone) throw new Error('the acting committee is always there');
  return row.zone;
}
