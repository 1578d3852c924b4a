import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { tokenHash } from '../domain/secret-token.ts';
import { Sessions } from '../infra/repositories/sessions.ts';

/** Ends what somebody left open elsewhere. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError identity.session_not_found where it is not of this account. */
  one(accountId: AccountId, sessionId: string): Promise<void> {
    return this.work.run(async () => {
      if (!(await this.sessions.deleteOf(accountId, sessionId)))
        throw new DomainError('identity.session_not_found', {});
      this.record(accountId, 1);
    });
  }

  /** All but the session of this token. */
  others(accountId: AccountId, token: string): Promise<void> {
    return this.work.run(async () => {
      const ended = await this.sessions.deleteOthers(accountId, tokenHash(token));
      if (ended > 0) this.record(accountId, ended);
    });
  }

  private record(accountId: AccountId, count: number): void {
    this.audit.record({ action: 'session.ended', subject: { kind: 'account', id: accountId }, details: { count } });
  }
}
