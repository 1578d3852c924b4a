import { Injectable } from '@nestjs/common';
import type { Role } from '../../../../kernel/actor.ts';
import { Clock } from '../../../../kernel/clock.ts';
import { DomainError } from '../../../../kernel/domain-error.ts';
import type { AccountId, CommitteeId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { Profile } from '../../application/ports.ts';
import type { Account, Membership } from '../../domain/account.ts';
import type {} from '../../errors.ts';
import { AccountEntity, MembershipEntity } from '../entities.ts';

@Injectable()
export class Accounts {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async findByEmail(email: string): Promise<Account | null> {
    return this.work.manager.findOneBy(AccountEntity, { email });
  }

  async get(id: AccountId): Promise<Account> {
    const account = await this.work.manager.findOneBy(AccountEntity, { id });
    if (!account) throw new DomainError('identity.account_not_found', { accountId: id });
    return account;
  }

  /** Inserts an account, or returns the one with this address. */
  async ensure(account: Account): Promise<Account> {
    await this.work.manager
      .createQueryBuilder()
      .insert()
      .into(AccountEntity)
      .values({ ...account, createdAt: this.clock.real() })
      .orIgnore()
      .execute();
    return this.work.manager.findOneByOrFail(AccountEntity, { email: account.email });
  }

  async setPassword(id: AccountId, passwordHash: string | null): Promise<void> {
    await this.work.manager.update(AccountEntity, { id }, { passwordHash });
  }

  /** Changes name and language if the revision is the one that was seen. @returns whether it was */
  async setProfile({ id, revision }: Pick<Account, 'id' | 'revision'>, { name, locale }: Profile): Promise<boolean> {
    const changed = await this.work.query(
      `update accounts set name = $3, locale = $4, revision = revision + 1 where id = $1 and revision = $2 returning 1`,
      [id, revision, name, locale],
    );
    return changed.length > 0;
  }

  async setEmail(id: AccountId, email: string): Promise<void> {
    await this.work.manager.update(AccountEntity, { id }, { email });
  }

  /** Whether the account has a role in another committee. */
  async isElsewhere(id: AccountId): Promise<boolean> {
    const { accountId } = this.work.actor;
    // With this setting the policy memberships_own_account shows the account's rows of every committee; it is reset
    // right after.
    await this.work.query(`select set_config('app.account_id', $1, true)`, [id]);
    const rows = await this.work.query(
      `select 1 from memberships where account_id = $1 and committee_id <> current_committee()`,
      [id],
    );
    await this.work.query(`select set_config('app.account_id', $1, true)`, [accountId ?? '']);
    return rows.length > 0;
  }

  /** In the acting committee. */
  async grant(membership: Membership): Promise<void> {
    await this.work.manager
      .createQueryBuilder()
      .insert()
      .into(MembershipEntity)
      .values({ committeeId: this.work.actor.committeeId, ...membership, createdAt: this.clock.real() })
      .orUpdate(['specialist_id', 'branch_id'], ['committee_id', 'account_id', 'role'])
      .execute();
  }

  async revoke({ accountId, role }: Pick<Membership, 'accountId' | 'role'>): Promise<void> {
    await this.work.manager.delete(MembershipEntity, { committeeId: this.work.actor.committeeId, accountId, role });
  }

  /** In the acting committee; empty for an account without a role there. */
  async rolesOf(accountId: AccountId): Promise<Role[]> {
    const rows = await this.work.query<{ role: Role }>(`select role from memberships where account_id = $1`, [
      accountId,
    ]);
    return rows.map(({ role }) => role);
  }

  /**
   * Accounts with a role in the acting committee that are not disabled; nobody can change that before this transaction
   * ends.
   */
  async lockHolders(role: Role): Promise<AccountId[]> {
    await this.work.query(`select 1 from memberships where role = $1 order by account_id for update`, [role]);
    // Read only now: the transaction that was waited for may have disabled one of them.
    const rows = await this.work.query<{ accountId: AccountId }>(
      `select account_id as "accountId" from memberships m where role = $1 and not exists (
         select from disabled_accounts d where d.committee_id = m.committee_id and d.account_id = m.account_id)
       order by account_id`,
      [role],
    );
    return rows.map(({ accountId }) => accountId);
  }

  /** The first committee for which the account has a role; null where it has none anywhere. */
  async findHome(id: AccountId): Promise<CommitteeId | null> {
    // There is no acting committee yet: the policy memberships_own_account shows an account its own rows.
    await this.work.query(`select set_config('app.account_id', $1, true)`, [id]);
    const [row] = await this.work.query<{ committeeId: CommitteeId }>(
      `select committee_id as "committeeId" from memberships m where account_id = $1
         and not exists (select from disabled_accounts d where d.committee_id = m.committee_id and d.account_id = m.account_id)
       order by created_at, committee_id limit 1`,
      [id],
    );
    return row?.committeeId ?? null;
  }

  /** Everybody who acts in a role today: its holders and their deputies. */
  list(role: Membership['role']): Promise<Account[]> {
    return this.work.query<Account>(
      `select a.id, a.email, a.name, a.password_hash as "passwordHash", a.locale, a.disabled_at as "disabledAt",
         a.revision
       from (
         select committee_id, account_id from memberships where role = $1
         union
         select p.committee_id, p.deputy_id from deputies p
         join memberships h on h.committee_id = p.committee_id and h.account_id = p.account_id and h.role = p.role
         where p.role = $1 and p.starts_on <= ($2::timestamptz at time zone committee_zone())::date
           and p.ends_before > ($2::timestamptz at time zone committee_zone())::date) m
       join accounts a on a.id = m.account_id
       where a.disabled_at is null and not exists (
         select from disabled_accounts d where d.committee_id = m.committee_id and d.account_id = m.account_id)
       order by a.name`,
      [role, this.clock.now()],
    );
  }
}
