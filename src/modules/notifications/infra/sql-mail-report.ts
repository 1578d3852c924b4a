import { Injectable } from '@nestjs/common';
import { Work } from '../../../platform/database/work.ts';
import { MailReport, type MailStanding, type MailState } from '../application/mail-report.ts';

const STANDING = `select id as "mailId", kind as template, to_name as "toName", subject, state, attempts,
  last_error as "lastError", made_at as "madeAt", sent_at as "sentAt" from mails`;

@Injectable()
export class SqlMailReport extends MailReport {
  constructor(private readonly work: Work) {
    super();
  }

  override async counts(): Promise<Record<MailState, number>> {
    const rows = await this.work.run(() =>
      this.work.query<{ state: MailState; count: number }>(`select state, count(*) as count from mails group by state`),
    );
    const counts = { queued: 0, sent: 0, failed: 0 };
    for (const { state, count } of rows) counts[state] = count;
    return counts;
  }

  override async find(key: string): Promise<MailStanding | null> {
    const [row] = await this.work.run(() => this.work.query<MailStanding>(`${STANDING} where key = $1`, [key]));
    return row ?? null;
  }

  override async ownMessageIds(among: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.work.run(() =>
      this.work.query<{ message_id: string }>(`select message_id from mails where message_id = any($1)`, [among]),
    );
    return new Set(rows.map((row) => row.message_id));
  }

  override listFailed(limit: number): Promise<readonly MailStanding[]> {
    return this.work.run(() =>
      this.work.query<MailStanding>(`${STANDING} where state = 'failed' order by made_at desc, id desc limit $1`, [
        limit,
      ]),
    );
  }
}
