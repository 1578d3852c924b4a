import { Injectable } from '@nestjs/common';
import type { AccountId, BranchId, SpecialistId } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';

export interface ToldConflict {
  readonly specialistId: SpecialistId;
  readonly specialist: string;
  readonly branchId: BranchId;
  readonly branch: string;
  readonly reason: string;
  readonly until: Day | null;
  /** Null where the register had it before anybody told it. */
  readonly toldBy: AccountId | null;
  readonly toldAt: Date | null;
}

const SELECT = `select c.specialist_id as "specialistId", s.name as specialist, c.branch_id as "branchId", b.name as branch,
    c.reason, c.until, c.told_by as "toldBy", c.told_at as "toldAt"
  from conflicts_of_interest c join specialists s on s.id = c.specialist_id join branches b on b.id = c.branch_id
  where s.archived_at is null and b.archived_at is null and (c.until is null or c.until >= $1)`;

/** Reads which branches specialists should not visit, in so far as that still counts. */
@Injectable()
export class ToldConflictsReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Told by specialists, latest first. */
  latest(today: Day, limit: number): Promise<ToldConflict[]> {
    return this.work.run(() =>
      this.work.query<ToldConflict>(
        `${SELECT} and c.told_at is not null order by c.told_at desc, c.specialist_id, c.branch_id limit $2`,
        [today, limit],
      ),
    );
  }

  of(specialistId: SpecialistId, today: Day): Promise<ToldConflict[]> {
    return this.work.run(() =>
      this.work.query<ToldConflict>(`${SELECT} and c.specialist_id::text = $2 order by b.code collate vi_natural`, [
        today,
        specialistId,
      ]),
    );
  }
}
