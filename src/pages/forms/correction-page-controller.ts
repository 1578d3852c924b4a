import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { newId, readId } from '../../kernel/id.ts';
import { CorrectForm, type SubmissionId } from '../../modules/evaluations/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import type { Catalogues } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { buildCorrectionPage, type RefusedCorrection } from './build-correction-page.ts';
import { sortQuery } from './build-forms-page.ts';
import { sortIn } from './review-queue.ts';
import { SubmissionScreenReadModel } from './submission-screen-read-model.ts';

/** Errors after which the page is shown again with everything that was typed. */
const SHOWN_HERE: ReadonlySet<string> = new Set([
  'input.invalid',
  'edit.stale',
  'evaluation.stale',
  'evaluation.own_form',
  'evaluation.already_accepted',
  'evaluation.already_returned',
  'evaluation.withdrawn',
  'evaluation.nothing_corrected',
]);
const ABOUT_THE_REASON: ReadonlySet<string> = new Set(['evaluation.comments_missing', 'evaluation.comments_long']);

/** A reviewer corrects an obvious slip of a form. */
@ApiExcludeController()
@Controller('submissions/:id/correction')
export class CorrectionPageController {
  constructor(
    private readonly screens: SubmissionScreenReadModel,
    private readonly corrections: CorrectForm,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Allows('form.review')
  @Get()
  show(@Param('id', ParseUUIDPipe) id: SubmissionId, @Req() request: Request): Promise<Page> {
    return this.page(id, request, null, 200);
  }

  @Allows('form.review')
  @Post()
  async correct(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const reason = typeof body['_reason'] === 'string' ? body['_reason'] : '';
    const correctionId = readId<'Submission'>(body['_correctionId']) ?? newId<'Submission'>();
    try {
      const seen = Number(body['_revision']);
      const { id: corrected } = await this.corrections.execute(id, { correctionId, seen, raw: body, reason });
      return new Redirect(`/submissions/${corrected}${sortQuery(sortIn(request.query['sort']))}`, {
        kind: 'done',
        key: 'correction.done',
      });
    } catch (error) {
      if (!isDomainError(error) || !(SHOWN_HERE.has(error.code) || ABOUT_THE_REASON.has(error.code))) throw error;
      const refused = { raw: body, correctionId, reason, ...this.placed(error, request) };
      return this.page(id, request, refused, this.errors[error.code].status);
    }
  }

  private placed(error: DomainError, { locale }: Request) {
    const sentence = errorSentence(this.errors, error.code, error.params, locale);
    const isOfReason = ABOUT_THE_REASON.has(error.code);
    return { reasonError: isOfReason ? sentence : null, problem: isOfReason ? null : sentence, faults: error.faults };
  }

  private async page(
    id: SubmissionId,
    request: Request,
    refused: RefusedCorrection | null,
    status: number,
  ): Promise<Page> {
    const { locale } = request;
    const sort = sortIn(request.query['sort']);
    const screen = await this.screens.read(id, actorOf(request), sort);
    const facts = { query: sortQuery(sort), correctionId: newId<'Submission'>(), refused };
    return new Page('correction', buildCorrectionPage(screen, facts, locale, this.catalogues[locale]), status);
  }
}
