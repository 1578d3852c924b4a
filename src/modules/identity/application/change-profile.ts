import { Injectable } from '@nestjs/common';
import type { AccountId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { Profile } from './ports.ts';
import { Accounts } from '../infra/repositories/accounts.ts';

/** How somebody wants to be called, and in which language to read. */
@Injectable()
export class ChangeProfile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly audit: AuditTrail,
  ) {}

  execute(accountId: AccountId, profile: Profile): Promise<void> {
    return this.work.run(async () => {
      const { name, locale } = await this.accounts.get(accountId);
      if (name === profile.name && locale === profile.locale) return;
      await this.accounts.setProfile(accountId, profile);
      const details = { before: name, after: profile.name, locale: profile.locale };
      this.audit.record({ action: 'account.changed', subject: { kind: 'account', id: accountId }, details });
    });
  }
}
