import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId, Ref } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { tokenHash } from '../../../kernel/secret-token.ts';
import { Accounts } from '../infra/repositories/accounts.ts';
import { Sessions } from '../infra/repositories/sessions.ts';
import { SignInLinks } from '../infra/repositories/sign-in-links.ts';

/** Ends sessions that somebody left open elsewhere. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly links: SignInLinks,
    private readonly accounts: Accounts,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError identity.session_not_found where it is no session of this account */
  one(accountId: AccountId, sessionId: Ref<'Session'>): Promise<void> {
    return this.work.run(async () => {
      if (!(await this.sessions.deleteOf(accountId, sessionId)))
        throw new DomainError('identity.session_not_found', {});
      this.record(accountId, 1);
    });
  }

  /** All but the session with this token. */
  others(accountId: AccountId, token: string): Promise<void> {
    return this.work.run(async () => {
      const ended = await this.sessions.deleteOthers(accountId, tokenHash(token));
      if (ended > 0) this.record(accountId, ended);
    });
  }

  /**
   * Ends every session in the acting committee and voids the links that were mailed, with effect from the next request.
   * @throws DomainError identity.account_not_found
   */
  all(accountId: AccountId): Promise<void> {
    return this.work.run(async () => {
      const isKnown = (await this.accounts.rolesOf(accountId)).length > 0;
      const ended = await this.sessions.deleteAll(accountId);
      if (!isKnown && ended === 0) throw new DomainError('identity.account_not_found', { accountId });
      await this.links.deleteOf(accountId);
      if (ended > 0) this.record(accountId, ended);
    });
  }

  private record(accountId: AccountId, count: number): void {
    this.audit.record({ action: 'session.ended', subject: { kind: 'account', id: accountId }, details: { count } });
  }
}
