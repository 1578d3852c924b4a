import { Injectable } from '@nestjs/common';
import type { Role } from '../../../kernel/actor.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { searchKey } from '../../../kernel/search-key.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';

/** Somebody with a role in the acting committee. */
export interface ListedAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly isDisabled: boolean;
  readonly openSessions: number;
  /** When one of their open sessions was last used; null where none is open. */
  readonly usedAt: Date | null;
  /** From the trail; null for somebody who has never signed in. */
  readonly signedInAt: Date | null;
  /** The state of the last link mailed to them; null where there was none. */
  readonly mail: AccountMail | null;
}

export interface AccountMail {
  readonly state: 'queued' | 'sent' | 'failed';
  /** When the mail server accepted it, else when it was written. */
  readonly at: Date;
  readonly lastError: string | null;
}

type Row = Omit<ListedAccount, 'mail'> & {
  readonly mailState: AccountMail['state'] | null;
  readonly mailAt: Date | null;
  readonly mailError: string | null;
};

export const ACCOUNT_SORTS = ['role', 'name', 'signed_in'] as const;
export type AccountSort = (typeof ACCOUNT_SORTS)[number];

export interface AccountSearch {
  readonly q: string;
  readonly role: Role | null;
  readonly sort: AccountSort;
  /** The other way round. */
  readonly isDown: boolean;
}

/** Reads who can sign in, for administrators. */
@Injectable()
export class AccountsReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async list(search: Partial<AccountSearch> = {}): Promise<ListedAccount[]> {
    const { q = '', role = null, sort = 'role', isDown = false } = search;
    const rows = await this.work.run(() =>
      this.work.query<Row>(
        `select a.id, a.name, a.email, array_agg(m.role order by m.role) as roles,
           a.disabled_at is not null or d.account_id is not null as "isDisabled",
           (select count(*) from sessions s where s.account_id = a.id and s.committee_id = current_committee()) as "openSessions",
           (select max(s.last_seen_at) from sessions s
            where s.account_id = a.id and s.committee_id = current_committee()) as "usedAt",
           i.last_at as "signedInAt", l.state as "mailState", coalesce(l.sent_at, l.made_at) as "mailAt",
           l.last_error as "mailError"
         from memberships m join accounts a on a.id = m.account_id
         left join disabled_accounts d on d.account_id = a.id and d.committee_id = m.committee_id
         left join account_sign_ins i on i.account_id = a.id::text and i.committee_id = m.committee_id
         left join account_mails l on l.account_id = a.id and l.committee_id = m.committee_id
         group by a.id, a.name, a.email, a.disabled_at, d.account_id, i.last_at, l.state, l.sent_at, l.made_at, l.last_error
         order by case when $1 = 'role' then bool_or(m.role in ('admin', 'board', 'leader', 'front')) end desc nulls last,
           case when $1 = 'signed_in' then i.last_at end nulls first, a.name collate "vi-x-icu", a.id`,
        [sort],
      ),
    );
    const wanted = searchKey(q.trim());
    return (isDown ? rows.toReversed() : rows)
      .filter((row) => role === null || row.roles.includes(role))
      .filter(({ name, email }) => searchKey(name).includes(wanted) || email.includes(q.trim().toLowerCase()))
      .map(({ mailState, mailAt, mailError, ...account }) => ({
        ...account,
        mail: mailState && mailAt ? { state: mailState, at: mailAt, lastError: mailError } : null,
      }));
  }
}
