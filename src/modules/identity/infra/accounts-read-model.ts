import { Injectable } from '@nestjs/common';
import type { Role } from '../../../kernel/actor.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';

/** Somebody with a role in the acting committee. */
export interface ListedAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly isDisabled: boolean;
  readonly openSessions: number;
  /** When a session of theirs that is still open was last used; null where none is. */
  readonly usedAt: Date | null;
}

/** Reads who may come in, for those who let them in. */
@Injectable()
export class AccountsReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  list(): Promise<ListedAccount[]> {
    return this.work.run(() =>
      this.work.query<ListedAccount>(
        `select a.id, a.name, a.email, array_agg(m.role order by m.role) as roles, a.disabled_at is not null as "isDisabled",
           (select count(*) from sessions s where s.account_id = a.id and s.committee_id = current_committee()) as "openSessions",
           (select max(s.last_seen_at) from sessions s
            where s.account_id = a.id and s.committee_id = current_committee()) as "usedAt"
         from memberships m join accounts a on a.id = m.account_id
         group by a.id, a.name, a.email, a.disabled_at
         order by bool_or(m.role in ('admin', 'board', 'leader', 'front')) desc, a.name collate "vi-x-icu", a.id`,
      ),
    );
  }
}
