import { Injectable } from '@nestjs/common';
import { GRANTED_ROLES, type Role } from '../../../kernel/actor.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type {} from '../errors.ts';
import { Accounts } from '../infra/repositories/accounts.ts';
import { EndSessions } from './end-sessions.ts';
import { GrantRole } from './grant-role.ts';
import { leaveToAdministrators } from './leave-to-administrators.ts';
import { NameDeputy } from './name-deputy.ts';

/**
 * Takes a role of the acting committee from somebody. An account without any role left is signed out everywhere at
 * once.
 */
@Injectable()
export class TakeRoleAway {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly roles: GrantRole,
    private readonly sessions: EndSessions,
    private readonly deputies: NameDeputy,
  ) {}

  /**
   * Taking it a second time does nothing. @throws DomainError identity.account_not_found, identity.role_of_register,
   * identity.last_administrator, identity.not_as_deputy
   */
  execute(accountId: AccountId, role: Role): Promise<void> {
    return this.work.run(async () => {
      // Locked, so that two administrators cannot take the role from each other at the same time.
      const administrators = await this.accounts.lockHolders('admin');
      const held = await this.accounts.rolesOf(accountId);
      if (held.length === 0) throw new DomainError('identity.account_not_found', { accountId });
      if (!GRANTED_ROLES.some((granted) => granted === role)) {
        throw new DomainError('identity.role_of_register', { role });
      }
      if (!held.includes(role)) return;
      if (role === 'admin') leaveToAdministrators(this.work.actor);
      if (role === 'admin' && administrators.length === 1 && administrators[0] === accountId)
        throw new DomainError('identity.last_administrator', {});
      if (held.length === 1) await this.sessions.all(accountId);
      await this.deputies.endAll(accountId, held.length === 1 ? undefined : role);
      await this.roles.revoke(accountId, role);
    });
  }
}
