import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { Work } from '../../../platform/database/work.ts';
import { type SignInLink, SignInLinks } from '../application/ports.ts';
import { SignInLinkEntity } from './entities.ts';

@Injectable()
export class PgSignInLinks extends SignInLinks {
  constructor(private readonly work: Work) {
    super();
  }

  async insert(link: SignInLink): Promise<void> {
    await this.work.manager.insert(SignInLinkEntity, { ...link, usedAt: null });
  }

  find(tokenHash: string, now: Date): Promise<SignInLink | null> {
    return this.work.manager.findOneBy(SignInLinkEntity, unused(tokenHash, now));
  }

  async spend(tokenHash: string, now: Date): Promise<boolean> {
    const { affected } = await this.work.manager.update(SignInLinkEntity, unused(tokenHash, now), { usedAt: now });
    return affected === 1;
  }

  async deleteExpired(now: Date): Promise<void> {
    await this.work.manager.delete(SignInLinkEntity, { expiresAt: LessThanOrEqual(now) });
  }
}

function unused(tokenHash: string, now: Date) {
  return { tokenHash, usedAt: IsNull(), expiresAt: MoreThan(now) };
}
