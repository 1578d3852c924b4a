import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import { DomainError } from '../../kernel/domain-error.ts';
import { searchKey } from '../../kernel/search-key.ts';
import { Allows, mayReadMailbox } from '../../platform/http/access.ts';
import { Page } from '../../platform/http/page.ts';
import type { Mailbox } from '../../platform/mailbox/mailbox.ts';
import type { Mail } from '../../platform/mailbox/read-mail.ts';
import { MAILBOX } from '../../platform/tokens.ts';
import { MailsReadModel } from '../../modules/notifications/index.ts';
import { mailPieces } from '../mails/mail-pieces.ts';
import type { MailboxPage, MailPage } from './mailbox.view.ts';

const ROWS = 50;

/**
 * Shows the mails of the built-in mailbox, for people who try the service; there are none where a mail server is
 * configured. The mailbox receives the mails of every committee, and shows each committee only its own.
 */
@ApiExcludeController()
@Controller('mailbox')
export class MailboxPageController {
  constructor(
    @Inject(MAILBOX) private readonly mailbox: Mailbox | null,
    private readonly report: MailsReadModel,
  ) {}

  @Allows('mailbox.read')
  @Get()
  async list(@Query('q') q: unknown, @Query('page') page: unknown, @Req() request: Request): Promise<Page> {
    demandReader(request);
    const wanted = typeof q === 'string' ? q.slice(0, 100) : '';
    const all = await this.ownOnes(await this.open().list());
    const key = searchKey(wanted);
    const found = all.filter(({ subject, to }) => searchKey(`${subject} ${to.join(' ')}`).includes(key));
    const last = Math.max(0, Math.ceil(found.length / ROWS) - 1);
    const first = Math.min(last, Math.max(0, Math.trunc(Number(page) || 1) - 1)) * ROWS;
    const at = (number: number) => `/mailbox?q=${encodeURIComponent(wanted)}&page=${number}`;
    const model: MailboxPage = {
      q: wanted,
      total: found.length,
      mails: found.slice(first, first + ROWS).map(({ id, subject, to, date, attachments }) => ({
        mailId: id,
        subject,
        to: to.join(', '),
        sentAt: date === null ? null : new Date(date),
        attachments: attachments.length,
      })),
      previousHref: first > 0 ? at(first / ROWS) : null,
      nextHref: first + ROWS < found.length ? at(first / ROWS + 2) : null,
    };
    return new Page('mailbox', model);
  }

  @Allows('mailbox.read')
  @Get(':id')
  async show(@Param('id') id: string, @Req() request: Request): Promise<Page> {
    demandReader(request);
    const { subject, from, to, date, text, attachments } = await this.read(id);
    const model: MailPage = {
      subject,
      from,
      to: to.join(', '),
      sentAt: date === null ? null : new Date(date),
      text: mailPieces(text),
      attachments: attachments.map(({ name, type }, index) => ({
        name,
        type,
        href: `/mailbox/${encodeURIComponent(id)}/attachments/${index}`,
      })),
      rawHref: null,
    };
    return new Page('mail', model);
  }

  @Allows('mailbox.read')
  @Get(':id/attachments/:index')
  async attachment(
    @Param('id') id: string,
    @Param('index') index: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    demandReader(request);
    const attachment = (await this.read(id)).attachments[Number(index)];
    if (!attachment) throw new DomainError('http.not_found', {});
    // Attachments are always downloaded, never shown as a page of this service.
    response
      .type('application/octet-stream')
      .attachment(attachment.name.replace(/[^\w.-]+/g, '-'))
      .send(Buffer.from(attachment.content));
  }

  private async read(id: string): Promise<Mail> {
    const [mail] = await this.ownOnes([await this.open().read(id)]);
    if (!mail) throw new DomainError('http.not_found', {});
    return mail;
  }

  private async ownOnes<T extends { readonly messageId: string | null }>(mails: readonly T[]): Promise<T[]> {
    const own = await this.report.ownMessageIds(mails.flatMap(({ messageId }) => messageId ?? []));
    return mails.filter(({ messageId }) => messageId !== null && own.has(messageId));
  }

  private open(): Mailbox {
    if (!this.mailbox) throw new DomainError('http.not_found', {});
    return this.mailbox;
  }
}

/** @throws DomainError http.not_allowed */
function demandReader({ session }: Request): void {
  if (!mayReadMailbox(session)) throw new DomainError('http.not_allowed', {});
}
