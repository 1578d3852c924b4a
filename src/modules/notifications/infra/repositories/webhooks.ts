import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { MessageChoice, WebhookSetting } from '../../application/webhook-setting.ts';

/** The committee's gateway, and what people want to get by it. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  find(): Promise<WebhookSetting | null> {
    return this.work.run(async () => {
      const [row] = await this.work.query<WebhookSetting>(
        `select url, secret, is_paused as "isPaused", kinds, instead, revision from webhooks`,
      );
      return row ?? null;
    });
  }

  /** Stores the next revision. @returns false where another one than `seen` is stored; 0: none */
  async store(
    seen: number,
    { url, secret, isPaused, kinds, instead }: Omit<WebhookSetting, 'revision'>,
  ): Promise<boolean> {
    const rows = await this.work.query(
      `with stored as (
         insert into webhooks as w (committee_id, url, secret, is_paused, kinds, instead, revision, changed_at, changed_by)
         select current_committee(), $2, $3, $4, $5, $8, 1, $6, $7 where $1::int = 0
           or exists (select from webhooks)
         on conflict (committee_id) do update set url = excluded.url, secret = excluded.secret,
           is_paused = excluded.is_paused, kinds = excluded.kinds, instead = excluded.instead, revision = w.revision + 1,
           changed_at = excluded.changed_at, changed_by = excluded.changed_by where w.revision = $1::int
         returning 1)
       select * from stored`,
      [revisionOf(seen), url, secret, isPaused, kinds, this.clock.now(), this.work.actor.accountId, instead],
    );
    return rows.length > 0;
  }

  /** Of the acting account. */
  choice(): Promise<MessageChoice> {
    return this.work.run(async () => {
      const [row] = await this.work.query<MessageChoice>(
        `select address, kinds, instead, revision from message_choices where account_id = $1`,
        [this.work.actor.accountId],
      );
      return row ?? { address: '', kinds: [], instead: [], revision: 0 };
    });
  }

  /** @returns false where another revision than `seen` is stored */
  async storeChoice(seen: number, { address, kinds, instead }: Omit<MessageChoice, 'revision'>): Promise<boolean> {
    const rows = await this.work.query(
      `with stored as (
         insert into message_choices as c (committee_id, account_id, address, kinds, instead, revision)
         select current_committee(), $2, $3, $4, $5, 1 where $1::int = 0
           or exists (select from message_choices where account_id = $2)
         on conflict (committee_id, account_id) do update set address = excluded.address, kinds = excluded.kinds,
           instead = excluded.instead, revision = c.revision + 1 where c.revision = $1::int
         returning 1)
       select * from stored`,
      [revisionOf(seen), this.work.actor.accountId, address, kinds, instead],
    );
    return rows.length > 0;
  }
}

/** What a form sends may be no revision at all; then it is none that is stored. */
function revisionOf(seen: number): number {
  return Number.isInteger(seen) && seen >= 0 && seen < 2 ** 31 ? seen : -1;
}
