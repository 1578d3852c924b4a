import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import type { MailDraft } from '../application/outbox.ts';
import { messageIdOf } from '../domain/message-id.ts';
import { composeMime } from './compose-mime.ts';
import { type MailHeader, MailRenderer } from './mail-renderer.ts';
import { mailboxOf } from './mailbox-of.ts';

export interface WrittenMail {
  readonly subject: string;
  readonly mime: string;
  readonly messageId: string;
  /** Envelope sender: always the currently configured address, which the mail server accepts. */
  readonly sender: string;
}

interface Circumstances {
  readonly committee: MailHeader['committee'];
  readonly madeAt: Date;
  /** Message-IDs of the mails that it follows, oldest first. */
  readonly references: readonly string[];
  /** The Message-ID of its first rendering, where it is rendered again. */
  readonly messageId?: string;
}

/** Renders the bytes of a mail from its draft; equal input gives equal bytes. */
@Injectable()
export class MailWriter {
  private readonly from: string;
  private readonly sender: string;
  private readonly host: string;

  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly renderer: MailRenderer,
    @Inject(CONFIG) config: Config,
  ) {
    this.from = config.mailFrom;
    this.sender = mailboxOf(config.mailFrom).address;
    this.host = new URL(config.publicUrl).hostname;
  }

  async write(draft: MailDraft, { committee, madeAt, references, messageId }: Circumstances): Promise<WrittenMail> {
    const { key, to, locale, template, model } = draft;
    const id = messageId ?? messageIdOf(this.work.actor.committeeId, key, this.host);
    const mail = this.renderer.render(template, model, { to: to.name, committee }, locale);
    const mime = await composeMime(mail, {
      from: draft.from ?? this.from,
      sender: this.sender,
      to,
      messageId: id,
      date: madeAt,
      locale,
      references,
      invitations: draft.invitations ?? [],
      ...(draft.listUnsubscribe !== undefined && { listUnsubscribe: draft.listUnsubscribe }),
    });
    return { subject: mail.subject, mime, messageId: id, sender: this.sender };
  }

  /** The data of the acting committee in every mail. */
  async committee(): Promise<MailHeader['committee']> {
    const [committee] = await this.work.query<MailHeader['committee']>(
      `select name, is_sample as "isSample" from acting_committee`,
    );
    if (!committee) throw new Error('the acting committee does not exist');
    return committee;
  }
}
