import { Injectable } from '@nestjs/common';
import type { AccountId, SpecialistId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';

/** Somebody of the board or a leader who can sign in. */
export interface ObserverAccount {
  readonly accountId: AccountId;
  readonly name: string;
  readonly email: string;
  /** Their entry in the register, by their account or by its address; null where there is none. */
  readonly specialistId: SpecialistId | null;
}

/** Accounts that may be entered in the register as observers. */
@Injectable()
export class ObserverAccounts {
  constructor(private readonly work: PostgresUnitOfWork) {}

  list(): Promise<ObserverAccount[]> {
    return this.work.query<ObserverAccount>(
      `select o.account_id as "accountId", o.name, o.email, s.id as "specialistId"
       from office_accounts o left join lateral (
         select p.id from specialists p
         where p.archived_at is null and (p.id = o.specialist_id or lower(p.email) = lower(o.email))
         order by p.id <> o.specialist_id, p.id limit 1) s on true
       order by o.name collate "vi-x-icu", o.account_id`,
    );
  }

  async find(accountId: AccountId): Promise<ObserverAccount | null> {
    return (await this.list()).find((one) => one.accountId === accountId) ?? null;
  }

  /** `ND01`, `ND02`, …: the first that no entry has, in use or not. */
  async freeCode(): Promise<string> {
    const [row] = await this.work.query<{ code: string }>(
      `select code from (select 'ND' || lpad(n::text, 2, '0') as code, n from generate_series(1, 9999) n) free
       where not exists (select from specialists s where upper(s.code) = free.code) order by n limit 1`,
    );
    if (!row) throw new Error('all codes of observers are taken');
    return row.code;
  }
}
