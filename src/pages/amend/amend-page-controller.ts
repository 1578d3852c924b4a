import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { twoDigits } from '../../kernel/format.ts';
import { isId, type MeetingId } from '../../kernel/id.ts';
import { DocumentRegister } from '../../modules/documents/index.ts';
import { AmendPlan } from '../../modules/planning/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import type { ErrorTexts } from '../../platform/i18n/errors.ts';
import type { Catalogues } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { seenOf } from '../desk/sent-edit.ts';
import { AmendScreenReadModel } from './amend-screen-read-model.ts';
import { askedChanges, type Sent, typedNumber } from './asked-changes.ts';
import { buildAmendPage } from './build-amend-page.ts';
import { howSentWithRules, toAmendments } from './sent-amendment.ts';

/** Changes of a published month: chosen one by one by links, with what they cost, and made together by one press. */
@ApiExcludeController()
@Controller('months/:month/amend')
export class AmendPageController {
  constructor(
    private readonly screens: AmendScreenReadModel,
    private readonly amendPlan: AmendPlan,
    private readonly register: DocumentRegister,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Allows('plan.amend')
  @Get()
  ask(@Param('month') month: string, @Query() query: Sent, @Req() request: Request): Promise<Page> {
    return this.page(month, query, request, null);
  }

  @Allows('plan.amend')
  @Post()
  async make(@Param('month') text: string, @Body() body: Sent, @Req() request: Request): Promise<Page | Redirect> {
    const month = monthParam(text);
    const changes = askedChanges(body);
    try {
      const how = howSentWithRules(body);
      return toAmendments(month, await this.amendPlan.execute(month, seenOf(body), changes, reasonOf(body), how));
    } catch (error) {
      if (!isDomainError(error) || this.errors[error.code].status >= 500) throw error;
      return this.page(text, body, request, error);
    }
  }

  private async page(text: string, sent: Sent, request: Request, refused: DomainError | null): Promise<Page> {
    const month = monthParam(text);
    const changes = askedChanges(sent);
    const meetingId = meetingOf(sent);
    const { locale } = request;
    const screen = await this.screens.read(month, meetingId, changes, locale);
    const model = buildAmendPage(screen, {
      meetingId,
      changes,
      reason: reasonOf(sent),
      noticeNumber: { typed: typedNumber(sent), next: twoDigits(await this.register.nextNumber('TB')) },
      refused,
      locale,
      catalogue: this.catalogues[locale],
      errors: this.errors,
    });
    return new Page('amend', model, refused ? this.errors[refused.code].status : 200);
  }
}

function meetingOf({ meeting }: Sent): MeetingId | null {
  return isId(meeting) ? meeting : null;
}

/** As typed: what is too long is refused by the use case, with the text kept. */
function reasonOf({ reason }: Sent): string {
  return typeof reason === 'string' ? reason : '';
}
