import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clock } from '../../../kernel/clock.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { PostgresJobs } from '../../../platform/jobs/postgres-jobs.ts';
import { type Delivery, MailTransport } from '../../../platform/mail/mail-transport.ts';
import { LOGGER } from '../../../platform/tokens.ts';
import { AuditTrail } from '../../audit/index.ts';
import type {} from '../application/mail-job.ts';
import type { MailTemplate } from '../application/mail-models.ts';
import { pauseAfter } from '../domain/patience.ts';

/** Their text lets its reader in, so it is not kept any longer than sending takes. */
const SECRET: ReadonlySet<string> = new Set<MailTemplate>(['sign-in-link']);

interface QueuedMail {
  id: string;
  key: string;
  kind: string;
  address: string;
  attempts: number;
  from: string;
  mime: string;
  thread: string | null;
}

/**
 * Sends one mail: reads it in a transaction, hands it over outside of any, and keeps what became of it in another. A
 * kill in between leaves the mail queued, so it goes out again, byte for byte the same. When to try again is decided
 * here, in the transaction that counts the attempt, so that the mail and its next job cannot disagree.
 */
@Injectable()
export class SendMail implements OnModuleInit {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly jobs: PostgresJobs,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('mail.send', 'mail', ({ mailId }) => this.send(mailId));
  }

  private async send(mailId: string): Promise<void> {
    const mail = await this.work.run(() => this.take(mailId));
    if (!mail) return;
    const delivery = await this.transport.deliver({ from: mail.from, to: mail.address, mime: mail.mime });
    const event = await this.work.run(() => this.record(mail, delivery));
    const facts = { mailId, kind: mail.kind, attempt: mail.attempts + 1 };
    if (delivery.kind === 'accepted') this.log.info(facts, event);
    else this.log.warn({ ...facts, reason: delivery.reason }, event);
  }

  /** The mail if it is still to be sent and nothing that it follows is; what it waits for will call it. */
  private async take(mailId: string): Promise<QueuedMail | null> {
    const [mail] = await this.work.query<QueuedMail>(
      `select id, key, kind, to_address as address, attempts, content->>'from' as "from", content->>'mime' as mime,
         content->>'thread' as thread
       from mails where id = $1 and state = 'queued'`,
      [mailId],
    );
    if (!mail?.thread) return mail ?? null;
    // The lock makes this wait for whoever is just recording that mail, and who then sees this one waiting.
    const [before] = await this.work.query<{ state: string }>(`select state from mails where key = $1 for share`, [
      mail.thread,
    ]);
    return before?.state === 'queued' ? null : mail;
  }

  private async record(mail: QueuedMail, delivery: Delivery): Promise<string> {
    const attempts = mail.attempts + 1;
    const pause = delivery.kind === 'postponed' ? pauseAfter(attempts) : null;
    const state = delivery.kind === 'accepted' ? 'sent' : pause === null ? 'failed' : 'queued';
    const changed = await this.work.query(
      `with changed as (
         update mails set state = $2, attempts = $3, last_error = $4, sent_at = $5,
           content = case when $6 then content - 'mime' else content end
         where id = $1 and state = 'queued' returning 1)
       select * from changed`,
      [
        mail.id,
        state,
        attempts,
        delivery.kind === 'accepted' ? null : `${delivery.reason}: ${delivery.reply}`,
        state === 'sent' ? this.clock.now() : null,
        state !== 'queued' && SECRET.has(mail.kind),
      ],
    );
    if (changed.length === 0) return 'mail.sent_already';
    if (pause !== null) {
      const after = new Date(this.clock.real().getTime() + pause * 1000);
      await this.jobs.enqueue('mail.send', { mailId: mail.id }, { key: mail.id, after });
      return 'mail.postponed';
    }
    await this.wakeFollowers(mail.key);
    if (state === 'failed') {
      this.audit.record({ action: 'mail.given_up', subject: { kind: 'mail', id: mail.id }, details: { attempts } });
    }
    return state === 'sent' ? 'mail.sent' : 'mail.failed';
  }

  private async wakeFollowers(key: string): Promise<void> {
    const followers = await this.work.query<{ id: string }>(
      `select id from mails where content->>'thread' = $1 and state = 'queued' order by made_at, id`,
      [key],
    );
    for (const { id } of followers) await this.jobs.enqueue('mail.send', { mailId: id }, { key: id });
  }
}
