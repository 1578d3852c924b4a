import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { isWeakPassword, LEAST_PASSWORD } from '../domain/account.ts';
import { tokenHash } from '../../../kernel/secret-token.ts';
import { Passwords } from './ports.ts';
import { Sessions } from '../infra/repositories/sessions.ts';
import { Accounts } from '../infra/repositories/accounts.ts';

export interface PasswordChange {
  readonly accountId: AccountId;
  /** Empty for an account without a password. */
  readonly current: string;
  readonly wanted: string;
  /** Token of the session that stays open. */
  readonly session: string;
}

/** Sets a new password for somebody who knows the old one, or has none; all other sessions of the account end. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError identity.wrong_password, identity.weak_password */
  async execute({ accountId, current, wanted, session }: PasswordChange): Promise<void> {
    const account = await this.work.run(() => this.accounts.get(accountId));
    if (account.passwordHash !== null && !(await this.passwords.verify(account.passwordHash, current))) {
      throw new DomainError('identity.wrong_password', {});
    }
    if (isWeakPassword(wanted, account)) throw new DomainError('identity.weak_password', { least: LEAST_PASSWORD });
    const hash = await this.passwords.hash(wanted);
    await this.work.run(async () => {
      await this.accounts.setPassword(accountId, hash);
      const ended = await this.sessions.deleteOthers(accountId, tokenHash(session));
      const subject = { kind: 'account', id: accountId };
      this.audit.record({ action: 'password.changed', subject, details: { sessionsEnded: ended } });
    });
  }
}
