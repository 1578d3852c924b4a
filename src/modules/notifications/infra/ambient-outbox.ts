import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { Clock } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/id.ts';
import { Jobs } from '../../../kernel/jobs.ts';
import { Work } from '../../../platform/database/work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import type {} from '../application/mail-job.ts';
import { type MailDraft, Outbox } from '../application/outbox.ts';
import { messageIdOf } from '../domain/message-id.ts';
import { composeMime } from './compose-mime.ts';
import type { MailContent } from './mail-content.ts';
import { type Letterhead, MailRenderer } from './mail-renderer.ts';
import { mailboxOf } from './mailbox-of.ts';

@Injectable()
export class AmbientOutbox extends Outbox {
  private readonly from: string;
  private readonly sender: string;
  private readonly host: string;

  constructor(
    private readonly work: Work,
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

  override async post(draft: MailDraft): Promise<void> {
    const { key, to, locale, template, model, thread } = draft;
    const { committeeId } = this.work.actor;
    const messageId = messageIdOf(committeeId, key, this.host);
    const references = thread === undefined ? [] : await this.referencesTo(thread);
    const madeAt = this.clock.now();
    const mail = this.renderer.render(template, model, await this.letterhead(to.name), locale);
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
    const content: MailContent = { from: this.sender, mime, references, ...(thread !== undefined && { thread }) };
    const [stored] = await this.work.query<{ id: string }>(
      `insert into mails (committee_id, id, key, message_id, kind, account_id, to_address, to_name, subject, content, state, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'queued', $11)
       on conflict (committee_id, key) do nothing returning id`,
      [
        committeeId,
        newId<'Mail'>(),
        key,
        messageId,
        template,
        to.accountId ?? null,
        to.address,
        to.name,
        mail.subject,
        JSON.stringify(content),
        madeAt,
      ],
    );
    if (stored) await this.jobs.enqueue('mail.send', { mailId: stored.id }, { key: stored.id });
  }

  /** The chain that a reply to the mail under `key` continues. */
  private async referencesTo(key: string): Promise<string[]> {
    const [mail] = await this.work.query<{ message_id: string; references: string[] }>(
      `select message_id, content->'references' as references from mails where key = $1`,
      [key],
    );
    if (!mail) throw new Error(`no mail was posted as ${key}, so none can follow it`);
    return [...mail.references, mail.message_id];
  }

  private async letterhead(to: string): Promise<Letterhead> {
    const [committee] = await this.work.query<Letterhead['committee']>(
      `select name, is_sample as "isSample" from committees where id = $1`,
      [this.work.actor.committeeId],
    );
    if (!committee) throw new Error('the acting committee does not exist');
    return { to, committee };
  }
}
