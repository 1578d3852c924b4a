import { Injectable } from '@nestjs/common';
import { GRANTED_ROLES } from '../../../kernel/actor.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { normaliseEmail } from '../domain/account.ts';
import type {} from '../errors.ts';
import { Accounts } from '../infra/repositories/accounts.ts';
import { EndSessions } from './end-sessions.ts';
import { InvitePerson } from './invite-person.ts';
import { leaveToAdministrators } from './leave-to-administrators.ts';

/**
 * Changes the address of an account. Whoever received mails at the wrong address may have signed in with them, so all
 * sessions end, links become void and the password is removed; a new link goes to the right address.
 */
@Injectable()
export class CorrectAddress {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly sessions: EndSessions,
    private readonly invite: InvitePerson,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @throws DomainError identity.account_not_found, identity.address_of_register, identity.shared_account, identity.address_taken,
   *   identity.not_as_deputy
   */
  execute(accountId: AccountId, address: string): Promise<void> {
    return this.work.run(async () => {
      const email = normaliseEmail(address);
      const roles = await this.accounts.rolesOf(accountId);
      if (roles.length === 0) throw new DomainError('identity.account_not_found', { accountId });
      if (roles.includes('admin')) leaveToAdministrators(this.work.actor);
      const { email: before } = await this.accounts.get(accountId);
      if (before === email) return;
      if (roles.some((role) => !GRANTED_ROLES.some((granted) => granted === role))) {
        throw new DomainError('identity.address_of_register', {});
      }
      if (await this.accounts.isElsewhere(accountId)) throw new DomainError('identity.shared_account', {});
      if (await this.accounts.findByEmail(email)) throw new DomainError('identity.address_taken', { email });
      await this.accounts.setEmail(accountId, email);
      await this.accounts.setPassword(accountId, null);
      await this.sessions.all(accountId);
      this.audit.record({
        action: 'account.address_corrected',
        subject: { kind: 'account', id: accountId },
        details: { before, after: email },
      });
      await this.invite.again(accountId);
    });
  }
}
