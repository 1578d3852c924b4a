import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { CalendarAddresses } from '../../notifications/index.ts';
import type { OpenSession } from '../application/ports.ts';
import { Sessions } from './repositories/sessions.ts';
import { Accounts } from './repositories/accounts.ts';
import type { Account } from '../domain/account.ts';
import { tokenHash } from '../../../kernel/secret-token.ts';
import { isSessionOver } from '../domain/session-limits.ts';

export interface OwnAccountFacts {
  readonly account: Account;
  readonly sessions: readonly OpenSession[];
  readonly thisSession: string;
  readonly calendarToken: string | null;
}

/** Reads what the page of one's own account shows, in one transaction. */
@Injectable()
export class OwnAccountReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly addresses: CalendarAddresses,
    private readonly clock: Clock,
  ) {}

  read(accountId: AccountId, token: string): Promise<OwnAccountFacts> {
    return this.work.run(async () => {
      const now = this.clock.real();
      return {
        account: await this.accounts.get(accountId),
        sessions: (await this.sessions.list(accountId)).filter((session) => !isSessionOver(session, now)),
        thisSession: tokenHash(token),
        calendarToken: await this.addresses.find(),
      };
    });
  }
}
