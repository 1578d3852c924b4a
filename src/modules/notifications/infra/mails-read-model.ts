import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { Clock } from '../../../kernel/clock.ts';
import type { SpecialistId } from '../../../kernel/id.ts';
import { firstDay, type Month } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import type { MailTemplate } from '../application/mail-models.ts';
import type { MailDelivery, MailHold, MailStatus, MailState } from '../application/mail-status.ts';

const STATUS_COLUMNS = `id as "mailId", kind as template, to_name as "toName", to_address as "toAddress", subject, state,
  attempts, last_error as "lastError", fault, made_at as "madeAt", sent_at as "sentAt", next_at as "nextAt",
  content ? 'mime' as "canBeSentAgain"`;
const STATUS = `select ${STATUS_COLUMNS} from mails`;

/** Older undelivered mails are not shown. */
const LAST_WEEKS_MS = 60 * 86_400_000;

/** Reads the delivery of the acting committee's mails. */
@Injectable()
export class MailsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether a mail server is configured; without one every mail stays in the built-in mailbox. */
  get leaveHouse(): boolean {
    return this.config.smtpUrl !== null;
  }

  async counts(): Promise<Record<MailState, number>> {
    const rows = await this.work.run(() =>
      this.work.query<{ state: MailState; count: number }>(`select state, count(*) as count from mails group by state`),
    );
    const counts = { queued: 0, sent: 0, failed: 0 };
    for (const { state, count } of rows) counts[state] = count;
    return counts;
  }

  /** When a mail of the committee was last taken, sign-in links included; null where none ever was. */
  async lastSent(): Promise<Date | null> {
    const [row] = await this.work.run(() =>
      this.work.query<{ at: Date | null }>(`select max(sent_at) as at from mails where state = 'sent'`),
    );
    return row?.at ?? null;
  }

  /** Null where nothing was posted under this key. */
  async find(key: string): Promise<MailStatus | null> {
    const [row] = await this.work.run(() => this.work.query<MailStatus>(`${STATUS} where key = $1`, [key]));
    return row ?? null;
  }

  /** Which of these Message-IDs belong to the committee's own mails. */
  async ownMessageIds(among: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.work.run(() =>
      this.work.query<{ messageId: string }>(`select message_id as "messageId" from mails where message_id = any($1)`, [
        among,
      ]),
    );
    return new Set(rows.map((row) => row.messageId));
  }

  /** Of one month, or of all in the last weeks; of one template, or all; with at most `most` troubles. */
  delivery(of: { readonly month?: Month; readonly template?: MailTemplate }, most: number): Promise<MailDelivery> {
    const among = `case when $1::date is null then made_at > $3 else month = $1 end
      and ($2::text is null or kind = $2) and kind <> 'sign-in-link'`;
    const since = new Date(this.clock.now().getTime() - LAST_WEEKS_MS);
    const values = [of.month === undefined ? null : firstDay(of.month), of.template ?? null, since];
    return this.work.run(async () => {
      const [counts] = await this.work.query<Pick<MailDelivery, 'total' | 'sent' | 'waiting' | 'failed'>>(
        `select count(*)::int as total, (count(*) filter (where state = 'sent'))::int as sent,
           (count(*) filter (where state = 'queued'))::int as waiting, (count(*) filter (where state = 'failed'))::int as failed
         from mails where ${among}`,
        values,
      );
      const troubles = await this.work.query<MailStatus>(
        `${STATUS} where ${among} and (state = 'failed' or state = 'queued' and last_error is not null)
         order by state, made_at desc, to_name collate "vi-x-icu", id limit $4`,
        [...values, most],
      );
      const [hold] = await this.work.query<MailHold>(
        `select since, held_until as until, last_error as "lastError" from mail_holds`,
      );
      const { total, sent, waiting, failed } = counts ?? { total: 0, sent: 0, waiting: 0, failed: 0 };
      return { leavesHouse: this.leaveHouse, total, sent, waiting, failed, hold: hold ?? null, troubles };
    });
  }

  /** How the latest mail of these kinds and of a month to each specialist is doing. */
  async toSpecialists(
    month: Month,
    templates: readonly MailTemplate[],
  ): Promise<ReadonlyMap<SpecialistId, MailStatus>> {
    const rows = await this.work.run(() =>
      this.work.query<MailStatus & { readonly specialistId: SpecialistId }>(
        `select specialist_id as "specialistId", ${STATUS_COLUMNS} from mails
         where month = $1 and kind = any($2::text[]) and specialist_id is not null order by made_at, id`,
        [firstDay(month), templates],
      ),
    );
    return new Map(rows.map((row) => [row.specialistId, row]));
  }

  /** Those that will not arrive unless somebody does something, latest first. */
  listFailed(limit: number): Promise<readonly MailStatus[]> {
    return this.work.run(() =>
      this.work.query<MailStatus>(`${STATUS} where state = 'failed' order by made_at desc, id desc limit $1`, [limit]),
    );
  }
}
