import { Injectable } from '@nestjs/common';
import type { Ref } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { MailDraft } from '../application/outbox.ts';
import { MailRenderer } from './mail-renderer.ts';
import { MailWriter } from './mail-writer.ts';

/** A mail as its reader sees it where their program shows no HTML; the HTML says the same. */
export interface ShownMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** How many calendar invitations are attached. */
  readonly invitations: number;
}

/** Mails to look at: before they are posted, and as they were. */
@Injectable()
export class MailPreviews {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly renderer: MailRenderer,
    private readonly writer: MailWriter,
  ) {}

  async show({ to, template, model, locale, invitations = [] }: MailDraft): Promise<ShownMail> {
    const header = { to: to.name, committee: await this.writer.committee() };
    const { subject, text } = this.renderer.render(template, model, header, locale);
    return { to: { name: to.name, address: to.address }, subject, text, invitations: invitations.length };
  }

  /** One that was posted; null where there is none, or its text is not kept. */
  async posted(mailId: Ref<'Mail'>): Promise<ShownMail | null> {
    const [row] = await this.work.query<{ draft: MailDraft | null; address: string }>(
      `select content -> 'draft' as draft, to_address as address from mails where id = $1`,
      [mailId],
    );
    if (!row?.draft) return null;
    const shown = await this.show(row.draft);
    return { ...shown, to: { ...shown.to, address: row.address } };
  }
}
