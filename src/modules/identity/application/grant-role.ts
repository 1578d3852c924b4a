import { type AccountId, type BranchId, newId, type SpecialistId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import type { Role } from '../../../kernel/actor.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { type Account, normaliseEmail } from '../domain/account.ts';
import { Accounts } from '../infra/repositories/accounts.ts';

export interface Person {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly specialistId?: SpecialistId | null;
  readonly branchId?: BranchId | null;
}

/** Gives a person a role in the acting committee, and an account if they have none. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly audit: AuditTrail,
  ) {}

  execute({ email, name, role, specialistId = null, branchId = null }: Person): Promise<Account> {
    return this.work.run(async () => {
      const account = await this.accounts.ensure({
        id: newId<'Account'>(),
        email: normaliseEmail(email),
        name,
        passwordHash: null,
        revision: 1,
        locale: 'vi',
        disabledAt: null,
      });
      await this.accounts.grant({ accountId: account.id, role, specialistId, branchId });
      this.audit.record({ action: 'role.granted', subject: { kind: 'account', id: account.id }, details: { role } });
      return account;
    });
  }

  revoke(accountId: AccountId, role: Role): Promise<void> {
    return this.work.run(async () => {
      await this.accounts.revoke({ accountId, role });
      this.audit.record({ action: 'role.revoked', subject: { kind: 'account', id: accountId }, details: { role } });
    });
  }
}
