import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { twoDigits } from '../../kernel/format.ts';
import { isId, readId, type SpecialistId } from '../../kernel/id.ts';
import { DocumentRegister } from '../../modules/documents/index.ts';
import { AmendPlan } from '../../modules/planning/index.ts';
import { AnswerVisit } from '../../modules/visits/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import type { ErrorTexts } from '../../platform/i18n/errors.ts';
import type { Catalogues } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { seenOf } from '../desk/sent-edit.ts';
import { askedChanges, type Sent } from './asked-changes.ts';
import { howSent, toAmendments } from './sent-amendment.ts';
import { refusedAt } from './refused-at.ts';
import { buildHandoverPage, takenVisits } from './build-handover-page.ts';
import { HandoverScreenReadModel } from './handover-screen-read-model.ts';

/** Coming visits and open forms of somebody who leaves, retires or changes department, handed over to others. */
@ApiExcludeController()
@Allows('plan.amend')
@Controller('specialists/:id/handover')
export class HandoverPageController {
  constructor(
    private readonly screens: HandoverScreenReadModel,
    private readonly amendPlan: AmendPlan,
    private readonly register: DocumentRegister,
    private readonly answerVisit: AnswerVisit,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Get()
  show(@Param('id', ParseUUIDPipe) id: SpecialistId, @Req() request: Request): Promise<Page> {
    return this.page(id, request, {}, null);
  }

  /** The visits of one month, by one amendment. */
  @Post()
  handOver(
    @Param('id', ParseUUIDPipe) id: SpecialistId,
    @Body() body: Sent,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    return this.unlessRefused(id, request, body, async () => {
      const month = monthParam(textOf(body, 'month'));
      const changed = takenVisits(body).filter(({ choice }) => choice !== 'keep');
      const changes = askedChanges({
        off: changed.map(({ visitId }) => visitId),
        on: changed.flatMap(({ meetingId, choice }) => (isId(choice) ? [`${choice}_${meetingId}`] : [])),
      });
      const [reason, how] = [textOf(body, 'reason'), howSent(body)];
      return toAmendments(month, await this.amendPlan.execute(month, seenOf(body), changes, reason, how));
    });
  }

  /** The form of one meeting that is over. */
  @Post('forms')
  handOverForm(
    @Param('id', ParseUUIDPipe) id: SpecialistId,
    @Body() body: Sent,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    return this.unlessRefused(id, request, body, async () => {
      await this.screens.read(id, request.locale); // whose forms they are
      const visitId = readId<'Visit'>(body['visit']);
      const standInId = readId<'Specialist'>(body['who']);
      const faults = [
        ...(visitId ? [] : [{ pointer: '/visit', code: 'isUuid' }]),
        ...(standInId ? [] : [{ pointer: '/who', code: 'isUuid' }]),
      ];
      if (!visitId || !standInId) throw new DomainError('input.invalid', { count: faults.length }, faults);
      await this.answerVisit.nameStandIn(visitId, Number(body['seen']), standInId);
      return new Redirect(`/specialists/${id}/handover`, { kind: 'done', key: 'handover.form_done' });
    });
  }

  private async unlessRefused(
    id: SpecialistId,
    request: Request,
    sent: Sent,
    act: () => Promise<Redirect>,
  ): Promise<Page | Redirect> {
    try {
      return await act();
    } catch (error) {
      if (!isDomainError(error) || this.errors[error.code].status >= 500) throw error;
      return this.page(id, request, sent, error);
    }
  }

  private async page(id: SpecialistId, { locale }: Request, sent: Sent, refused: DomainError | null): Promise<Page> {
    const next = twoDigits(await this.register.nextNumber('TB'));
    const model = buildHandoverPage(await this.screens.read(id, locale), this.catalogues[locale], next, {
      sent,
      at: refusedAt(refused, this.errors, locale),
    });
    return new Page('handover', model, refused ? this.errors[refused.code].status : 200);
  }
}

function textOf(sent: Sent, name: string): string {
  const value = sent[name];
  return typeof value === 'string' ? value : '';
}
