import { Injectable } from '@nestjs/common';
import { mustHaveSeen, staleEdit } from '../../../kernel/edit.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { Profile } from './ports.ts';
import { Accounts } from '../infra/repositories/accounts.ts';

/** Changes somebody's name and language. */
@Injectable()
export class ChangeProfile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly audit: AuditTrail,
  ) {}

  /** `seen`: the revision that the editor has seen. @throws DomainError edit.stale */
  execute(accountId: AccountId, seen: number, profile: Profile): Promise<void> {
    return this.work.run(async () => {
      const before = await this.accounts.get(accountId);
      if (isProfile(before, profile)) return;
      mustHaveSeen(seen, before.revision);
      if (!(await this.accounts.setProfile(before, profile))) {
        // Somebody else was first since the line above; if they wanted the same, there is no conflict.
        if (isProfile(await this.accounts.get(accountId), profile)) return;
        throw staleEdit();
      }
      const details = { before: before.name, after: profile.name, locale: profile.locale };
      this.audit.record({ action: 'account.changed', subject: { kind: 'account', id: accountId }, details });
    });
  }
}

function isProfile({ name, locale }: Profile, wanted: Profile): boolean {
  return name === wanted.name && locale === wanted.locale;
}
