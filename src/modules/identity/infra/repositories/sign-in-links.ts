import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import type { AccountId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { SignInLink } from '../../application/ports.ts';
import { SignInLinkEntity } from '../entities.ts';

@Injectable()
export class SignInLinks {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async insert(link: SignInLink): Promise<void> {
    await this.work.manager.insert(SignInLinkEntity, { ...link, usedAt: null });
  }

  /** The link if it could be used now; does not use it up. */
  find(tokenHash: string, now: Date): Promise<SignInLink | null> {
    return this.work.manager.findOneBy(SignInLinkEntity, unused(tokenHash, now));
  }

  /** Uses the link up; of two concurrent calls one returns true. */
  async spend(tokenHash: string, now: Date): Promise<boolean> {
    const { affected } = await this.work.manager.update(SignInLinkEntity, unused(tokenHash, now), { usedAt: now });
    return affected === 1;
  }

  /** Unused links of an account in the acting committee. */
  async deleteOf(accountId: AccountId): Promise<void> {
    await this.work.manager.delete(SignInLinkEntity, { accountId, committeeId: this.work.actor.committeeId });
  }

  /** Of any account, used or not. */
  async deleteExpired(now: Date): Promise<void> {
    await this.work.manager.delete(SignInLinkEntity, { expiresAt: LessThanOrEqual(now) });
  }
}

function unused(tokenHash: string, now: Date) {
  return { tokenHash, usedAt: IsNull(), expiresAt: MoreThan(now) };
}
