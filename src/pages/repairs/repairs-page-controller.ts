import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { twoDigits } from '../../kernel/format.ts';
import { isId, type MeetingId, type VisitId } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import { DocumentRegister } from '../../modules/documents/index.ts';
import { AmendPlan, FindRepairs } from '../../modules/planning/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import type { ErrorTexts } from '../../platform/i18n/errors.ts';
import type { Catalogues } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { askedChanges, type Sent, typedNumber } from '../amend/asked-changes.ts';
import { howSent } from '../amend/sent-amendment.ts';
import { seenOf } from '../desk/sent-edit.ts';
import { buildRepairsPage } from './build-repairs-page.ts';
import { RepairsScreenReadModel } from './repairs-screen-read-model.ts';

/** Proposals for a seat of a published meeting, worked out when they are asked for; one press applies one. */
@ApiExcludeController()
@Allows('plan.amend')
@Controller('months/:month/repairs')
export class RepairsPageController {
  constructor(
    private readonly screens: RepairsScreenReadModel,
    private readonly repairs: FindRepairs,
    private readonly amendPlan: AmendPlan,
    private readonly register: DocumentRegister,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Get()
  show(@Param('month') month: string, @Query() query: Sent, @Req() request: Request): Promise<Page | Fragment> {
    return this.page(monthParam(month), query, request, null);
  }

  @Post()
  async apply(
    @Param('month') text: string,
    @Body() body: Sent,
    @Req() request: Request,
  ): Promise<Page | Fragment | Redirect> {
    const month = monthParam(text);
    const changes = askedChanges(body);
    const reason = typeof body['reason'] === 'string' ? body['reason'] : '';
    try {
      const broken = visitOf(body);
      const how = { ...howSent(body), acceptedToo: broken === null ? [] : [broken] };
      const { number, notice } = await this.amendPlan.execute(month, seenOf(body), changes, reason, how);
      const params = { number, symbol: notice?.symbol ?? '', names: await this.namesOf(month, body, request) };
      return new Redirect(`/meetings/${meetingOf(body)}`, { kind: 'done', key: 'repairs.done', params });
    } catch (error) {
      if (!isDomainError(error) || this.errors[error.code].status >= 500) throw error;
      return this.page(month, body, request, error);
    }
  }

  private async namesOf(month: Month, sent: Sent, { locale }: Request): Promise<string> {
    const meetingId = meetingOf(sent);
    const { names } = await this.screens.read(month, meetingId, null, locale);
    return askedChanges(sent)
      .flatMap((change) =>
        change.kind === 'send' && change.meetingId === meetingId ? [names.person(change.specialistId)] : [],
      )
      .join(', ');
  }

  private async page(
    month: Month,
    sent: Sent,
    request: Request,
    refused: DomainError | null,
  ): Promise<Page | Fragment> {
    const { locale } = request;
    const seat = { meetingId: meetingOf(sent), visitId: visitOf(sent) };
    const screen = await this.screens.read(month, seat.meetingId, seat.visitId, locale);
    const model = buildRepairsPage(screen, await this.repairs.of(month, seat), {
      ...seat,
      reason: typeof sent['reason'] === 'string' ? sent['reason'] : null,
      noticeNumber: { typed: typedNumber(sent), next: twoDigits(await this.register.nextNumber('TB')) },
      refused,
      locale,
      catalogue: this.catalogues[locale],
      noticeCatalogue: this.catalogues.vi,
      errors: this.errors,
    });
    if (!model) throw new DomainError('http.not_found', {});
    if (wantsFragment(request, 'repair-list')) return new Fragment('repair-list', model);
    return new Page('repairs', model, refused ? this.errors[refused.code].status : 200);
  }
}

/** @throws DomainError http.not_found for what is no id */
function meetingOf({ meeting }: Sent): MeetingId {
  if (!isId(meeting)) throw new DomainError('http.not_found', {});
  return meeting;
}

function visitOf({ visit }: Sent): VisitId | null {
  return isId(visit) ? visit : null;
}
