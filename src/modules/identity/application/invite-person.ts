import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type {} from '../errors.ts';
import { Accounts } from '../infra/repositories/accounts.ts';
import { DisabledAccounts } from '../infra/repositories/disabled-accounts.ts';
import { GrantRole, type Person } from './grant-role.ts';
import { leaveToAdministrators } from './leave-to-administrators.ts';
import { MakeSignInLink } from './make-sign-in-link.ts';
import { SignInMail } from './ports.ts';

/** Invites somebody: gives the role and mails a link to sign in. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly roles: GrantRole,
    private readonly accounts: Accounts,
    private readonly disabled: DisabledAccounts,
    private readonly makeLink: MakeSignInLink,
    private readonly mail: SignInMail,
  ) {}

  /** @throws DomainError identity.account_disabled, identity.not_as_deputy */
  execute(person: Person): Promise<void> {
    return this.work.run(async () => {
      const { id } = await this.roles.execute(person);
      if (person.role === 'admin' || id === this.work.actor.accountId) leaveToAdministrators(this.work.actor);
      if (await this.disabled.has(id)) throw new DomainError('identity.account_disabled', {});
      await this.mailLink(id);
    });
  }

  /**
   * Mails another link, where the first was lost or has expired. @throws DomainError identity.account_not_found,
   * identity.account_disabled
   */
  again(accountId: AccountId): Promise<void> {
    return this.work.run(async () => {
      if ((await this.accounts.rolesOf(accountId)).length === 0) {
        throw new DomainError('identity.account_not_found', { accountId });
      }
      if (await this.disabled.has(accountId)) throw new DomainError('identity.account_disabled', {});
      await this.mailLink(accountId);
    });
  }

  private async mailLink(accountId: AccountId): Promise<void> {
    const path = await this.makeLink.execute(accountId, this.work.actor.committeeId, '/');
    await this.mail.send(await this.accounts.get(accountId), path);
  }
}
