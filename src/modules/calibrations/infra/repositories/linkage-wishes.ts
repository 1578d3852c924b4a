import { Injectable } from '@nestjs/common';
import type { LinkageWish } from '../../../../calibration/index.ts';
import { firstDay, type Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';

/** Visits that would help to compare observers, by the month whose plan is to see to them. */
@Injectable()
export class LinkageWishes {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Those that the month had are replaced. Who or what has left the directory is left out. */
  async replace(month: Month, wishes: readonly LinkageWish[]): Promise<void> {
    await this.work.query(`delete from linkage_wishes where month = $1`, [firstDay(month)]);
    await this.work.query(
      `insert into linkage_wishes (committee_id, month, specialist_id, branch_id, worth)
       select current_committee(), $1, p.id, b.id, w.worth
       from unnest($2::uuid[], $3::uuid[], $4::int[]) as w (specialist, branch, worth)
       join specialist_profiles p on p.id = w.specialist join branch_profiles b on b.id = w.branch
       where p.in_use and b.in_use`,
      [
        firstDay(month),
        wishes.map(({ specialistId }) => specialistId),
        wishes.map(({ branchId }) => branchId),
        wishes.map(({ worth }) => worth),
      ],
    );
  }

  async count(month: Month): Promise<number> {
    const [row] = await this.work.query<{ count: number }>(
      `select count(*)::int as count from linkage_wishes where month = $1`,
      [firstDay(month)],
    );
    return row?.count ?? 0;
  }
}
