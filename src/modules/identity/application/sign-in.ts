import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.ts';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId, CommitteeId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { normaliseEmail } from '../domain/account.ts';
import { newToken, tokenHash } from '../../../kernel/secret-token.ts';
import { SESSION_ABSOLUTE_MS } from '../domain/session-limits.ts';
import { Passwords } from './ports.ts';
import { SignInLinks } from '../infra/repositories/sign-in-links.ts';
import { Sessions } from '../infra/repositories/sessions.ts';
import { Accounts } from '../infra/repositories/accounts.ts';

export interface SignedIn {
  /** For the cookie; not stored. */
  readonly token: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly leadsTo: string;
}

interface Way {
  readonly leadsTo: string;
  readonly by: 'password' | 'link';
  /** The description by which its owner recognises the session. */
  readonly device: string;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly links: SignInLinks,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError identity.wrong_credentials, the same for an unknown address and a wrong password */
  async withPassword(email: string, password: string, device: string): Promise<SignedIn> {
    const account = await this.work.run(() => this.accounts.findByEmail(normaliseEmail(email)));
    const matches = await this.passwords.verify(account?.passwordHash ?? null, password);
    if (!account || !matches || account.disabledAt) throw new DomainError('identity.wrong_credentials', {});
    const committeeId = await this.work.run(() => this.accounts.findHome(account.id));
    if (!committeeId) throw new DomainError('identity.no_committee', {});
    return this.work.as(memberOf(committeeId, account.id), () =>
      this.work.run(() => this.open(account.id, committeeId, { leadsTo: '/', by: 'password', device })),
    );
  }

  /** @throws DomainError identity.link_spent, identity.no_committee where the last role was taken away since */
  async withLink(token: string, device: string): Promise<SignedIn> {
    const hash = tokenHash(token);
    const link = await this.work.run(() => this.links.find(hash, this.clock.real()));
    if (!link) throw new DomainError('identity.link_spent', {});
    const { accountId, committeeId, leadsTo } = link;
    return this.work.as(memberOf(committeeId, accountId), () =>
      this.work.run(async () => {
        if ((await this.accounts.rolesOf(accountId)).length === 0) throw new DomainError('identity.no_committee', {});
        if (!(await this.links.spend(hash, this.clock.real()))) throw new DomainError('identity.link_spent', {});
        return this.open(accountId, committeeId, { leadsTo, by: 'link', device });
      }),
    );
  }

  async out(token: string): Promise<void> {
    const hash = tokenHash(token);
    const held = await this.work.run(() => this.sessions.find(hash));
    if (!held) return;
    await this.work.as(held.session.actor, () =>
      this.work.run(async () => {
        if (!(await this.sessions.delete(hash))) return;
        const { accountId } = held.session.actor;
        if (accountId) this.audit.record({ action: 'session.closed', subject: { kind: 'account', id: accountId } });
      }),
    );
  }

  private async open(accountId: AccountId, committeeId: CommitteeId, { leadsTo, by, device }: Way): Promise<SignedIn> {
    const { token, hash } = newToken();
    const now = this.clock.real();
    const expiresAt = new Date(now.getTime() + SESSION_ABSOLUTE_MS);
    await this.sessions.insert({
      tokenHash: hash,
      accountId,
      committeeId,
      csrfToken: newToken().token,
      device,
      createdAt: now,
      expiresAt,
    });
    this.audit.record({ action: 'session.opened', subject: { kind: 'account', id: accountId }, details: { by } });
    return { token, openedAt: now, expiresAt, leadsTo };
  }
}

function memberOf(committeeId: CommitteeId, accountId: AccountId): Actor {
  return { accountId, committeeId, roles: [], specialistId: null };
}
