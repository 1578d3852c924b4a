import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../kernel/actor.ts';
import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';

/** Reads where mails to a specialist go: the address, the account, and the language. */
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

  async named(specialistId: SpecialistId): Promise<{ name: string; email: string } | null> {
    const [row] = await this.work.query<{ name: string; email: string }>(
      `select name, email from specialist_profiles where id = $1`,
      [specialistId],
    );
    return row ?? null;
  }
}
