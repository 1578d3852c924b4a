import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.ts';
import type { AccountId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';

/** Accounts that are disabled in the acting committee. */
@Injectable()
export class DisabledAccounts {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async has(accountId: AccountId): Promise<boolean> {
    return (await this.work.query(`select 1 from disabled_accounts where account_id = $1`, [accountId])).length > 0;
  }

  async insert(accountId: AccountId): Promise<void> {
    await this.work.query(
      `insert into disabled_accounts (committee_id, account_id, disabled_at, disabled_by)
       values (current_committee(), $1, $2, $3)`,
      [accountId, this.clock.real(), this.work.actor.accountId],
    );
  }

  async delete(accountId: AccountId): Promise<void> {
    await this.work.query(`delete from disabled_accounts where account_id = $1`, [accountId]);
  }
}
