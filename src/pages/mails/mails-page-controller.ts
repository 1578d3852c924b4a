import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Ref } from '../../kernel/id.ts';
import { isMonth, type Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Allows } from '../../platform/http/access.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import {
  CalendarRepliesReadModel,
  MAIL_DAYS,
  MailsReadModel,
  SendMailsAgain,
  WebhookReadModel,
} from '../../modules/notifications/index.ts';
import { messageRow } from './message-row.ts';
import { addressTrouble } from './address-trouble.ts';
import { calendarReplyRow } from './calendar-reply-row.ts';
import { buildDelivery } from './build-delivery.ts';
import type { MailsPage } from './mails.view.ts';

const MOST_ROWS = 200;

/** Mails that were not sent or came back, and addresses that get none, for the people who can do something about it. */
@ApiExcludeController()
@Controller('mails')
export class MailsPageController {
  constructor(
    private readonly mails: MailsReadModel,
    private readonly replies: CalendarRepliesReadModel,
    private readonly webhooks: WebhookReadModel,
    private readonly again: SendMailsAgain,
  ) {}

  @Allows('mail.send_again')
  @Get()
  async list(@Req() request: Request): Promise<Page> {
    const actor = request.session?.actor;
    const readsReasons = may(actor, 'visit.read_reason');
    const replies = may(actor, 'visit.read_all') ? await this.replies.latest() : [];
    const counted = await this.mails.delivery({}, MOST_ROWS);
    const addresses = await this.mails.undeliverable();
    return new Page('mails', {
      delivery: buildDelivery({ counted, month: null, maySendAgain: true }),
      days: MAIL_DAYS,
      unreachable: (await this.mails.unreachable()).map(({ specialistId, name, department, hasPhone }) => ({
        name,
        department,
        hasPhone,
        href: `/specialists/${specialistId}`,
      })),
      addresses: addresses.map(addressTrouble),
      messages: (await this.webhooks.troubles(MOST_ROWS)).map(messageRow),
      webhookHref: may(actor, 'webhook.manage') ? '/webhook' : null,
      replies: replies.map((line) => calendarReplyRow(line, readsReasons)),
      strays: may(actor, 'service.watch') ? await this.replies.strays() : [],
    } satisfies MailsPage);
  }

  @Allows('mail.send_again')
  @Post('again')
  async sendAll(@Query('month') month: unknown): Promise<Redirect> {
    const of = isMonth(month) ? month : null;
    return back(of, await this.again.all(of));
  }

  @Allows('mail.send_again')
  @Post(':id/again')
  async sendOne(@Param('id', ParseUUIDPipe) id: Ref<'Mail'>, @Query('month') month: unknown): Promise<Redirect> {
    return back(isMonth(month) ? month : null, await this.again.one(id));
  }
}

function back(month: Month | null, count: number): Redirect {
  const flash = { kind: 'done', key: 'mails.sent_again', params: { count } } as const;
  return new Redirect(month === null ? '/mails' : `/months/${month}`, flash);
}
