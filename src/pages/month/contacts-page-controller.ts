import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { isDomainError } from '../../kernel/domain-error.ts';
import type { MeetingId } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { AskBranches } from '../../modules/meetings/index.ts';
import { DecideVisitedWish } from '../../modules/visits/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { ERROR_TEXTS } from '../../platform/tokens.ts';
import { listAddress } from '../directory/page-rows.ts';
import { buildContactsPage, type ContactFacts } from './build-contacts-page.ts';
import { CalendarScreenReadModel } from './calendar-screen-read-model.ts';

type FormBody = Readonly<Record<string, unknown>>;

const LONGEST_REASON = 500;

/** Errors that are shown beside the wish that they are about. */
const BESIDE_THE_WISH: ReadonlySet<string> = new Set([
  'edit.stale',
  'inquiry.no_wish',
  'meeting.is_cancelled',
  'meeting.leaves_month',
  'visit.form_sent',
]);

/** What the branches say about their meetings of a month: asking them, and deciding about what they wish. */
@ApiExcludeController()
@Controller('months/:month/calendar/contacts')
export class ContactsPageController {
  constructor(
    private readonly screens: CalendarScreenReadModel,
    private readonly askBranches: AskBranches,
    private readonly decideWish: DecideVisitedWish,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Allows('calendar.read')
  @Get()
  show(@Param('month') month: string, @Req() request: Request): Promise<Page> {
    return this.page(monthParam(month), request);
  }

  @Allows('calendar.edit')
  @Post('ask')
  async ask(@Param('month') text: string, @Body() body: FormBody): Promise<Redirect> {
    const month = monthParam(text);
    const seen = Number.isSafeInteger(Number(body['seen'])) ? Math.max(0, Number(body['seen'])) : 0;
    const count = await this.askBranches.execute(month, { seen, mayMove: body['mayMove'] === 'yes' });
    const to = `/months/${month}/calendar/contacts`;
    if (count === 0) return new Redirect(to, { kind: 'note', key: 'contacts.nobody_asked' });
    return new Redirect(to, { kind: 'done', key: 'contacts.asked', params: { count } });
  }

  @Allows('calendar.edit')
  @Post(':id')
  async decide(
    @Param('month') text: string,
    @Param('id') id: MeetingId,
    @Body() body: FormBody,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const month = monthParam(text);
    const isAccepted = body['decision'] === 'accept';
    const reason = typeof body['reason'] === 'string' ? body['reason'].trim().slice(0, LONGEST_REASON) : '';
    try {
      await this.decideWish.execute(month, id, Number(body['seen']), { isAccepted, reason });
      const key = isAccepted ? 'contacts.accepted' : 'contacts.declined';
      return new Redirect(`/months/${month}/calendar/contacts`, { kind: 'done', key });
    } catch (error) {
      if (!isDomainError(error) || !BESIDE_THE_WISH.has(error.code)) throw error;
      const sentence = errorSentence(this.texts, error.code, error.params, request.locale);
      return this.page(month, request, { meetingId: id, error: sentence }, this.texts[error.code].status);
    }
  }

  private async page(month: Month, request: Request, refused?: ContactFacts['refused'], status = 200): Promise<Page> {
    const zone = request.session?.committee.timeZone ?? 'UTC';
    const facts = await this.screens.contacts(month, zone);
    const mayEdit = may(request.session?.actor, 'calendar.edit');
    const asked = listAddress(`/months/${month}/calendar/contacts`, request.query, ['list']);
    const page = buildContactsPage({ ...facts, zone, mayEdit, asked, ...(refused && { refused }) });
    return new Page('contacts', page, status);
  }
}
