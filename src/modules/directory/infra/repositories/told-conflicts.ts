import { Injectable } from '@nestjs/common';
import type { AccountId, BranchId, SpecialistId } from '../../../../kernel/id.ts';
import type { Day } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { ConflictReason } from '../../domain/import/vocabulary.ts';

/** Why a specialist should not visit a branch, as registered. */
export interface StoredConflict {
  readonly specialistId: SpecialistId;
  readonly branchId: BranchId;
  readonly reason: ConflictReason;
  /** The last day on which it counts; null: for as long as it is registered. */
  readonly until: Day | null;
  /** The specialist's account, where they told it themselves. */
  readonly toldBy: AccountId | null;
}

/** Conflicts of interest one by one, as specialists tell them. */
@Injectable()
export class ToldConflicts {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async branchWithCode(code: string): Promise<BranchId | null> {
    const [row] = await this.work.query<{ id: BranchId }>(
      `select id from branches where code = $1 and archived_at is null`,
      [code],
    );
    return row?.id ?? null;
  }

  async hasBranch(id: BranchId): Promise<boolean> {
    return (await this.work.query(`select from branches where id = $1`, [id])).length > 0;
  }

  async find(specialistId: SpecialistId, branchId: BranchId): Promise<StoredConflict | null> {
    const [row] = await this.work.query<StoredConflict>(
      `select specialist_id as "specialistId", branch_id as "branchId", reason, until, told_by as "toldBy"
       from conflicts_of_interest where specialist_id = $1 and branch_id = $2`,
      [specialistId, branchId],
    );
    return row ?? null;
  }

  async save({ specialistId, branchId, reason, until, toldBy }: StoredConflict, at: Date): Promise<void> {
    await this.work.query(
      `insert into conflicts_of_interest (committee_id, specialist_id, branch_id, reason, until, told_by, told_at)
       values (current_committee(), $1, $2, $3, $4, $5, $6)
       on conflict (committee_id, specialist_id, branch_id) do update set reason = excluded.reason,
         until = excluded.until, told_by = excluded.told_by, told_at = excluded.told_at`,
      [specialistId, branchId, reason, until, toldBy, at],
    );
  }

  async remove(specialistId: SpecialistId, branchId: BranchId): Promise<void> {
    await this.work.query(`delete from conflicts_of_interest where specialist_id = $1 and branch_id = $2`, [
      specialistId,
      branchId,
    ]);
  }
}
