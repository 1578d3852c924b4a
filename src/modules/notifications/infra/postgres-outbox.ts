import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { Clock } from '../../../kernel/clock.ts';
import { type AccountId, type Id, newId } from '../../../kernel/id.ts';
import { Jobs } from '../../../kernel/jobs.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import type {} from '../application/mail-job.ts';
import { type MailDraft, Outbox } from '../application/outbox.ts';
import { messageIdOf } from '../domain/message-id.ts';
import { composeMime } from './compose-mime.ts';
import type { MailContent } from './mail-content.ts';
import { type MailHeader, MailRenderer } from './mail-renderer.ts';
import { mailboxOf } from './mailbox-of.ts';

/** From so many new rows on the database is told to look at them before it plans its next query. */
const MANY = 50;

interface MailRow {
  readonly id: Id<'Mail'>;
  readonly key: string;
  readonly messageId: string;
  readonly kind: string;
  readonly accountId: AccountId | null;
  readonly address: string;
  readonly name: string;
  readonly subject: string;
  readonly content: MailContent;
}

@Injectable()
export class PostgresOutbox extends Outbox {
  private readonly from: string;
  private readonly sender: string;
  private readonly host: string;

  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly renderer: MailRenderer,
    @Inject(CONFIG) config: Config,
  ) {
    super();
    this.from = config.mailFrom;
    this.sender = mailboxOf(config.mailFrom).address;
    this.host = new URL(config.publicUrl).hostname;
  }

  override async postAll(drafts: readonly MailDraft[]): Promise<void> {
    if (drafts.length === 0) return;
    const committee = await this.committee();
    const madeAt = this.clock.now();
    const rows: MailRow[] = [];
    for (const draft of drafts) rows.push(await this.rowOf(draft, committee, madeAt));
    const stored = await this.work.query<{ id: string }>(
      `insert into mails (committee_id, id, key, message_id, kind, account_id, to_address, to_name, subject, content, state, made_at)
       select current_committee(), id, key, "messageId", kind, "accountId", address, name, subject, content, 'queued', $2
       from jsonb_to_recordset($1) as m (id uuid, key text, "messageId" text, kind text, "accountId" uuid, address text,
         name text, subject text, content jsonb)
       on conflict (committee_id, key) do nothing returning id`,
      [JSON.stringify(rows), madeAt],
    );
    await this.jobs.enqueueAll(
      'mail.send',
      stored.map(({ id }) => ({ payload: { mailId: id }, key: id })),
    );
    if (stored.length >= MANY) this.work.refreshStatistics('mails');
  }

  private async rowOf(draft: MailDraft, committee: MailHeader['committee'], madeAt: Date): Promise<MailRow> {
    const { key, to, locale, template, model, thread } = draft;
    const messageId = messageIdOf(this.work.actor.committeeId, key, this.host);
    const references = thread === undefined ? [] : await this.referencesTo(thread);
    const mail = this.renderer.render(template, model, { to: to.name, committee }, locale);
    const mime = await composeMime(mail, {
      from: this.from,
      to,
      messageId,
      date: madeAt,
      locale,
      references,
      invitations: draft.invitations ?? [],
      ...(draft.listUnsubscribe !== undefined && { listUnsubscribe: draft.listUnsubscribe }),
    });
    return {
      id: newId<'Mail'>(),
      key,
      messageId,
      kind: template,
      accountId: to.accountId ?? null,
      address: to.address,
      name: to.name,
      subject: mail.subject,
      content: { from: this.sender, mime, references, ...(thread !== undefined && { thread }) },
    };
  }

  /** The chain that a reply to the mail under `key` continues. */
  private async referencesTo(key: string): Promise<string[]> {
    const [mail] = await this.work.query<{ messageId: string; references: string[] }>(
      `select message_id as "messageId", content->'references' as references from mails where key = $1`,
      [key],
    );
    if (!mail) throw new Error(`no mail was posted as ${key}, so none can follow it`);
    return [...mail.references, mail.messageId];
  }

  private async committee(): Promise<MailHeader['committee']> {
    const [committee] = await this.work.query<MailHeader['committee']>(
      `select name, is_sample as "isSample" from acting_committee`,
    );
    if (!committee) throw new Error('the acting committee does not exist');
    return committee;
  }
}
