import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.ts';
import { type Id, type Ref, newId } from '../../../../kernel/id.ts';
import { Jobs } from '../../../../kernel/jobs.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type {} from '../../application/webhook-job.ts';

export interface NewMessage {
  readonly id: Ref<'WebhookMessage'>;
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly body: string;
  readonly thread: string | null;
}

/** Messages to the gateway, stored in the transaction of what they tell. */
@Injectable()
export class WebhookMessages {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  newId(): Id<'WebhookMessage'> {
    return newId();
  }

  async add(messages: readonly NewMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const stored = await this.work.query<{ id: Id<'WebhookMessage'> }>(
      `insert into webhook_messages (committee_id, id, key, kind, to_name, address, body, thread, state, made_at)
       select current_committee(), id, key, kind, name, address, body, thread, 'queued', $2
       from jsonb_to_recordset($1) as m (id uuid, key text, kind text, name text, address text, body text, thread text)
       on conflict (committee_id, key) do nothing returning id`,
      [JSON.stringify(messages), this.clock.now()],
    );
    await this.send(stored.map(({ id }) => id));
  }

  /** Those of these keys that nobody can take back any more. Until the transaction ends no other one is sent. */
  async begun(keys: readonly string[]): Promise<string[]> {
    const rows = await this.work.query<{ key: string; isBegun: boolean }>(
      `select key, state <> 'queued' or tried_at is not null as "isBegun" from webhook_messages
       where key = any($1::text[]) order by id for update`,
      [keys],
    );
    return rows.filter(({ isBegun }) => isBegun).map(({ key }) => key);
  }

  async takeBack(keys: readonly string[]): Promise<void> {
    await this.work.query(`delete from webhook_messages where key = any($1::text[])`, [keys]);
  }

  /** Failed ones are tried anew, waiting ones at once. @returns their number */
  async sendOpen(): Promise<number> {
    const open = await this.work.query<{ id: Id<'WebhookMessage'> }>(
      `with changed as (update webhook_messages set state = 'queued', attempts = 0, next_at = null
         where state <> 'sent' returning id)
       select id from changed order by id`,
    );
    await this.send(open.map(({ id }) => id));
    return open.length;
  }

  private async send(ids: readonly string[]): Promise<void> {
    await this.jobs.enqueueAll(
      'webhook.send',
      ids.map((id) => ({ payload: { messageId: id }, key: id })),
    );
  }
}
