import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type {} from '../errors.ts';
import { Accounts } from '../infra/repositories/accounts.ts';
import { DisabledAccounts } from '../infra/repositories/disabled-accounts.ts';
import { EndSessions } from './end-sessions.ts';
import { leaveToAdministrators } from './leave-to-administrators.ts';
import { NameDeputy } from './name-deputy.ts';

/**
 * Disables an account in the acting committee, with effect from the next request, or enables it again. Its roles are
 * kept; deputyships from and to it end.
 */
@Injectable()
export class DisableAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly disabled: DisabledAccounts,
    private readonly sessions: EndSessions,
    private readonly deputies: NameDeputy,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Disabling it twice has the same result as once. @throws DomainError identity.account_not_found,
   * identity.not_oneself, identity.last_administrator, identity.not_as_deputy
   */
  execute(accountId: AccountId): Promise<void> {
    return this.work.run(async () => {
      // Locked, so that two administrators cannot disable each other at the same time.
      const administrators = await this.accounts.lockHolders('admin');
      await this.mustBeTheirs(accountId);
      if (await this.disabled.has(accountId)) return;
      if (accountId === this.work.actor.accountId) throw new DomainError('identity.not_oneself', {});
      if (administrators.length === 1 && administrators[0] === accountId) {
        throw new DomainError('identity.last_administrator', {});
      }
      await this.disabled.insert(accountId);
      await this.sessions.all(accountId);
      await this.deputies.endAll(accountId);
      this.audit.record({ action: 'account.disabled', subject: { kind: 'account', id: accountId } });
    });
  }

  /** @throws DomainError identity.account_not_found, identity.not_as_deputy */
  enable(accountId: AccountId): Promise<void> {
    return this.work.run(async () => {
      await this.mustBeTheirs(accountId);
      if (!(await this.disabled.has(accountId))) return;
      await this.disabled.delete(accountId);
      this.audit.record({ action: 'account.enabled', subject: { kind: 'account', id: accountId } });
    });
  }

  private async mustBeTheirs(accountId: AccountId): Promise<void> {
    const roles = await this.accounts.rolesOf(accountId);
    if (roles.length === 0) throw new DomainError('identity.account_not_found', { accountId });
    if (roles.includes('admin')) leaveToAdministrators(this.work.actor);
  }
}
