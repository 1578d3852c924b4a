import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { AccountId, CommitteeId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { Account } from '../domain/account.ts';
import { newToken, tokenHash } from '../../../kernel/secret-token.ts';
import { LINK_MS } from '../domain/session-limits.ts';
import { SignInLinks } from '../infra/repositories/sign-in-links.ts';
import { Accounts } from '../infra/repositories/accounts.ts';

/**
 * One-time links: made for a mail or printed by the demo; opening one shows a page, and the button on it uses the link
 * up.
 */
@Injectable()
export class MakeSignInLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly links: SignInLinks,
    private readonly accounts: Accounts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The path of a new link, `/sign-in/link/…`. */
  async execute(accountId: AccountId, committeeId: CommitteeId, leadsTo = '/'): Promise<string> {
    const { token, hash } = newToken();
    const createdAt = this.clock.real();
    await this.work.run(async () => {
      await this.links.insert({
        tokenHash: hash,
        accountId,
        committeeId,
        leadsTo,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + LINK_MS),
      });
      this.audit.record({ action: 'sign_in_link.made', subject: { kind: 'account', id: accountId } });
    });
    return `/sign-in/link/${token}`;
  }

  /** The account that the link would sign in; null where it is used or expired. Does not use it up. */
  holderOf(token: string): Promise<Account | null> {
    return this.work.run(async () => {
      const link = await this.links.find(tokenHash(token), this.clock.real());
      return link && this.accounts.get(link.accountId);
    });
  }
}
