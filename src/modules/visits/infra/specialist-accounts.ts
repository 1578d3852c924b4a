import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../kernel/actor.ts';
import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';

/** Reads the account of a specialist, and the language of their mails. */
@Injectable()
export class SpecialistAccounts {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async of(specialistId: SpecialistId): Promise<{ accountId: AccountId | null; locale: Locale }> {
    const [row] = await this.work.query<{ accountId: AccountId; locale: Locale }>(
      `select account_id as "accountId", locale from specialist_accounts where specialist_id = $1 order by account_id limit 1`,
      [specialistId],
    );
    return row ?? { accountId: null, locale: 'vi' };
  }
}
