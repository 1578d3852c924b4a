import { firstDay, type Month } from '../../../kernel/month.ts';
import type { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';

/** Whether a month's plan is published; what depends on it is decided under the lock of the month (`lockMonth`). */
export async function isMonthPublished(work: PostgresUnitOfWork, month: Month): Promise<boolean> {
  const rows = await work.query(`select 1 from month_publications where month = $1`, [firstDay(month)]);
  return rows.length > 0;
}
