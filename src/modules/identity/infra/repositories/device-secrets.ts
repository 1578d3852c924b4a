import { Injectable } from '@nestjs/common';
import type { AccountId } from '../../../../kernel/id.ts';
import { newToken } from '../../../../kernel/secret-token.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';

/** One secret for each account, from which the keys of its devices are derived. */
@Injectable()
export class DeviceSecrets {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** It is made when it is first asked for, and never changes: with another one nothing could be read any more. */
  async getOrMake(accountId: AccountId): Promise<string> {
    const kept = await this.find(accountId);
    if (kept !== null) return kept;
    await this.work.query(
      `insert into device_secrets (account_id, secret) values ($1, $2) on conflict (account_id) do nothing`,
      [accountId, newToken().token],
    );
    const made = await this.find(accountId);
    if (made === null) throw new Error('a device secret was not stored');
    return made;
  }

  private async find(accountId: AccountId): Promise<string | null> {
    const [row] = await this.work.query<{ secret: string }>(`select secret from device_secrets where account_id = $1`, [
      accountId,
    ]);
    return row?.secret ?? null;
  }
}
