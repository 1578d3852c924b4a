import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { MailStatus, MailState } from '../application/mail-status.ts';

const STATUS = `select id as "mailId", kind as template, to_name as "toName", subject, state, attempts,
  last_error as "lastError", made_at as "madeAt", sent_at as "sentAt" from mails`;

/** How the acting committee's mails are doing. */
@Injectable()
export class MailsReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async counts(): Promise<Record<MailState, number>> {
    const rows = await this.work.run(() =>
      this.work.query<{ state: MailState; count: number }>(`select state, count(*) as count from mails group by state`),
    );
    const counts = { queued: 0, sent: 0, failed: 0 };
    for (const { state, count } of rows) counts[state] = count;
    return counts;
  }

  /** Null where nothing was posted under this key. */
  async find(key: string): Promise<MailStatus | null> {
    const [row] = await this.work.run(() => this.work.query<MailStatus>(`${STATUS} where key = $1`, [key]));
    return row ?? null;
  }

  /** Which of these Message-IDs are of the committee's own mails. */
  async ownMessageIds(among: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.work.run(() =>
      this.work.query<{ messageId: string }>(`select message_id as "messageId" from mails where message_id = any($1)`, [
        among,
      ]),
    );
    return new Set(rows.map((row) => row.messageId));
  }

  /** Those that will not arrive unless somebody does something, latest first. */
  listFailed(limit: number): Promise<readonly MailStatus[]> {
    return this.work.run(() =>
      this.work.query<MailStatus>(`${STATUS} where state = 'failed' order by made_at desc, id desc limit $1`, [limit]),
    );
  }
}
