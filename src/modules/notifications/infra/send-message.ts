import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Config } from '../../../config/config.ts';
import { Clock } from '../../../kernel/clock.ts';
import type { Id, Ref } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { PostgresJobs } from '../../../platform/jobs/postgres-jobs.ts';
import { CONFIG, LOGGER } from '../../../platform/tokens.ts';
import { type PostAnswer, signedPost } from '../../../platform/webhook/signed-post.ts';
import type {} from '../application/mail-job.ts';
import type {} from '../application/webhook-job.ts';
import { pauseAfter } from '../domain/patience.ts';
import { Webhooks } from './repositories/webhooks.ts';

interface QueuedMessage {
  readonly id: Id<'WebhookMessage'>;
  readonly key: string;
  readonly kind: string;
  readonly body: string;
  readonly attempts: number;
  readonly thread: string | null;
}

/**
 * Hands one message to the committee's gateway, as mails are sent: read in one transaction, handed over outside of any,
 * its outcome stored in another. Each attempt has the same id and the same body.
 */
@Injectable()
export class SendMessage implements OnModuleInit {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly jobs: PostgresJobs,
    private readonly webhooks: Webhooks,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('webhook.send', 'mail', ({ messageId }) => this.send(messageId));
  }

  private async send(messageId: Ref<'WebhookMessage'>): Promise<void> {
    const taken = await this.work.run(() => this.take(messageId));
    if (!taken) return;
    const { message, url, secret } = taken;
    const { id, body, attempts, kind } = message;
    const allowsPrivate = this.config.webhookAllowsPrivate;
    const answer = await signedPost({ url, secret, id, body, now: this.clock.real(), allowsPrivate });
    await this.work.run(() => this.record(message, answer));
    this.log.info({ messageId, kind, attempt: attempts + 1, outcome: answer.kind }, 'webhook.answered');
  }

  /** Null where it was sent or taken back, where an earlier message is to arrive first, and while all are paused. */
  private async take(messageId: Ref<'WebhookMessage'>) {
    const webhook = await this.webhooks.find();
    if (!webhook || webhook.isPaused) return null;
    const [message] = await this.work.query<QueuedMessage>(
      `select id, key, kind, body, attempts, thread from webhook_messages where id = $1 and state = 'queued'`,
      [messageId],
    );
    if (!message) return null;
    if (message.thread !== null) {
      // Waits for a transaction that is recording the earlier one, which then finds this one waiting.
      const [before] = await this.work.query<{ state: string }>(
        `select state from webhook_messages where key = $1 for share`,
        [message.thread],
      );
      if (before?.state === 'queued') return null;
    }
    const begun = await this.work.query(
      `with begun as (update webhook_messages set tried_at = coalesce(tried_at, $2)
         where id = $1 and state = 'queued' returning 1)
       select * from begun`,
      [messageId, this.clock.real()],
    );
    return begun.length > 0 ? { message, url: webhook.url, secret: webhook.secret } : null;
  }

  private async record({ id, key, attempts }: QueuedMessage, { kind, answer }: PostAnswer): Promise<void> {
    const now = this.clock.real();
    const pause = kind === 'postponed' ? pauseAfter(attempts + 1) : null;
    const state = kind === 'accepted' ? 'sent' : pause === null ? 'failed' : 'queued';
    const nextAt = pause === null ? null : new Date(now.getTime() + pause * 1000);
    await this.work.query(
      `update webhook_messages set state = $2, attempts = $3, answer = $4, tried_at = $5, next_at = $6
       where id = $1 and state = 'queued'`,
      [id, state, attempts + 1, answer, now, nextAt],
    );
    if (nextAt) await this.jobs.enqueue('webhook.send', { messageId: id }, { key: id, after: nextAt });
    else {
      if (state === 'failed') await this.mailInstead(key);
      else await this.noteTold(key);
      const followers = await this.work.query<{ id: Id<'WebhookMessage'> }>(
        `select id from webhook_messages where thread = $1 and state = 'queued' order by made_at, id`,
        [key],
      );
      for (const next of followers) await this.jobs.enqueue('webhook.send', { messageId: next.id }, { key: next.id });
    }
  }

  /** Sent again, it has reached somebody to whom no mail could go. */
  private async noteTold(key: string): Promise<void> {
    await this.work.query(
      `update mails set state = 'replaced', fault = null where key = $1 and state = 'failed' and to_address = ''`,
      [key],
    );
  }

  /** What the gateway does not take goes by mail after all, so that nobody is left untold. */
  private async mailInstead(key: string): Promise<void> {
    const mails = await this.work.query<{ id: Id<'Mail'>; state: string }>(
      `with changed as (
         update mails set state = case when to_address = '' then 'failed' else 'queued' end,
           fault = case when to_address = '' then 'recipient' end
         where key = $1 and state = 'replaced' returning id, state)
       select * from changed`,
      [key],
    );
    await this.jobs.enqueueAll(
      'mail.send',
      mails.flatMap(({ id, state }) => (state === 'queued' ? [{ payload: { mailId: id }, key: id }] : [])),
    );
  }
}
