import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { IncomingMail, StrayReason } from '../../application/incoming-mail.ts';

const KEPT_MS = 60 * 86_400_000;

/** Mails to the service that belong to no visit and no mail of ours; they are kept for a while, and never answered. */
@Injectable()
export class StrayMails {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns false where this mail was known */
  async add({ key, from, subject }: IncomingMail, reason: StrayReason): Promise<boolean> {
    const now = this.clock.now();
    await this.work.query(`delete from stray_mails where received_at < $1`, [new Date(now.getTime() - KEPT_MS)]);
    const added = await this.work.query(
      `insert into stray_mails (key, sender, subject, reason, received_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning 1`,
      [key, from, subject, reason, now],
    );
    return added.length > 0;
  }
}
