import { Injectable } from '@nestjs/common';
import type { Ref } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { MessageChoice, WebhookSetting } from '../application/webhook-setting.ts';
import { Webhooks } from './repositories/webhooks.ts';

export interface MessageLine {
  readonly id: Ref<'WebhookMessage'>;
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly state: 'queued' | 'sent' | 'failed';
  readonly attempts: number;
  /** What the gateway answered last; null before the first attempt. */
  readonly answer: string | null;
  readonly madeAt: Date;
  readonly nextAt: Date | null;
}

const LINES = `select id, kind, to_name as name, address, state, attempts, answer, made_at as "madeAt", next_at as "nextAt"
  from webhook_messages`;

/** Reads the gateway of the committee and what became of the messages to it. */
@Injectable()
export class WebhookReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly webhooks: Webhooks,
  ) {}

  setting(): Promise<WebhookSetting | null> {
    return this.webhooks.find();
  }

  /** Of the acting account. */
  choice(): Promise<MessageChoice> {
    return this.webhooks.choice();
  }

  latest(most: number): Promise<readonly MessageLine[]> {
    return this.work.run(() =>
      this.work.query<MessageLine>(`${LINES} order by made_at desc, id desc limit $1`, [most]),
    );
  }

  /** Those that the gateway did not take, and those that it has not taken yet. */
  troubles(most: number): Promise<readonly MessageLine[]> {
    return this.work.run(() =>
      this.work.query<MessageLine>(
        `${LINES} where state = 'failed' or state = 'queued' and attempts > 0 order by state, made_at desc, id limit $1`,
        [most],
      ),
    );
  }
}
