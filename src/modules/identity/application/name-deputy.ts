import { Injectable } from '@nestjs/common';
import { GRANTED_ROLES, type Role } from '../../../kernel/actor.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type AccountId, isId, newId } from '../../../kernel/id.ts';
import { addDays, type Day } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import type {} from '../errors.ts';
import { Accounts } from '../infra/repositories/accounts.ts';
import { Deputies, type DeputyId, type Deputyship } from '../infra/repositories/deputies.ts';
import { DisabledAccounts } from '../infra/repositories/disabled-accounts.ts';
import { leaveToAdministrators } from './leave-to-administrators.ts';

/** A permanent deputy should be given the role instead. */
const LONGEST_DAYS = 366;

/**
 * Names somebody who acts in another person's role for some days; what they do then is recorded as done on that
 * person's behalf.
 */
@Injectable()
export class NameDeputy {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly deputies: Deputies,
    private readonly disabled: DisabledAccounts,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
  ) {}

  /**
   * Naming the same deputy again does nothing. @throws DomainError identity.account_not_found, identity.deputy_is_self,
   * identity.deputy_disabled, identity.role_not_held, identity.deputy_days, identity.not_as_deputy
   */
  execute(wanted: Omit<Deputyship, 'id'>): Promise<void> {
    return this.work.run(async () => {
      leaveToAdministrators(this.work.actor);
      const { accountId, deputyId, role, from, to } = wanted;
      await this.accounts.lockHolders(role);
      await this.mustBeSensible(wanted);
      const known = await this.deputies.listOpen();
      if (known.some((one) => sameDeputyship(one, wanted))) return;
      const id: DeputyId = newId<'Deputy'>();
      await this.deputies.insert({ ...wanted, id });
      this.audit.record({
        action: 'deputy.named',
        subject: { kind: 'deputyship', id },
        details: { accountId, deputyId, role, from, to },
      });
    });
  }

  /** Ending it twice has the same result as once. @throws DomainError identity.deputyship_not_found */
  end(id: DeputyId): Promise<void> {
    return this.work.run(async () => {
      const known = (await this.deputies.listOpen()).find((one) => one.id === id);
      if (known) return this.strike(known);
      const isEnded = isId(id) && (await this.edits.isLast({ kind: 'deputyship', id }, 'deputy.ended'));
      if (!isEnded) throw new DomainError('identity.deputyship_not_found', {});
    });
  }

  /**
   * Ends the deputyships in a role that an account has lost; without `lost`, all deputyships for the account and of it.
   */
  endAll(account: AccountId, lost?: Role): Promise<void> {
    return this.work.run(async () => {
      for (const one of await this.deputies.listOpen()) {
        const isTheirs = one.accountId === account && (lost === undefined || one.role === lost);
        if (isTheirs || (lost === undefined && one.deputyId === account)) await this.strike(one);
      }
    });
  }

  private async strike({ id, accountId, deputyId, role, from, to }: Deputyship): Promise<void> {
    await this.deputies.delete(id);
    this.audit.record({
      action: 'deputy.ended',
      subject: { kind: 'deputyship', id },
      details: { accountId, deputyId, role, from, to },
    });
  }

  private async mustBeSensible({ accountId, deputyId, role, from, to }: Omit<Deputyship, 'id'>): Promise<void> {
    if (accountId === deputyId) throw new DomainError('identity.deputy_is_self', {});
    const held = await this.rolesOf(accountId);
    if (!GRANTED_ROLES.some((granted) => granted === role) || !held.includes(role)) {
      throw new DomainError('identity.role_not_held', {});
    }
    await this.rolesOf(deputyId);
    const isShut = (await this.disabled.has(accountId)) || (await this.disabled.has(deputyId));
    if (isShut) throw new DomainError('identity.deputy_disabled', {});
    if (to < from || to < (await this.deputies.today()) || to > endOf(from)) {
      throw new DomainError('identity.deputy_days', {});
    }
  }

  /** @throws DomainError identity.account_not_found */
  private async rolesOf(accountId: AccountId): Promise<readonly Role[]> {
    const roles = await this.accounts.rolesOf(accountId);
    if (roles.length === 0) throw new DomainError('identity.account_not_found', { accountId });
    return roles;
  }
}

function endOf(from: Day): Day {
  return addDays(from, LONGEST_DAYS);
}

function sameDeputyship(a: Omit<Deputyship, 'id'>, b: Omit<Deputyship, 'id'>): boolean {
  return (['accountId', 'deputyId', 'role', 'from', 'to'] as const).every((key) => a[key] === b[key]);
}
