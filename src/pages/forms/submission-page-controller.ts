import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request } from 'express';
import { isDomainError } from '../../kernel/domain-error.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { Allows } from '../../platform/http/access.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import {
  DecideRating,
  FormsReadModel,
  ReviewForm,
  type SubmissionId,
  WithdrawForm,
} from '../../modules/evaluations/index.ts';
import { type ReviewStep, type SubmissionFacts, buildSubmissionPage } from './build-submission-page.ts';
import { sortQuery } from './build-forms-page.ts';
import { remarksIn } from './remark-rows.ts';
import { reviewQueue, sortIn } from './review-queue.ts';
import { SubmissionScreenReadModel } from './submission-screen-read-model.ts';

/** Errors after which the form is shown again with the typed comments. */
const SHOWN_BESIDE_THE_FORM: ReadonlySet<string> = new Set([
  'edit.stale',
  'evaluation.stale',
  'evaluation.comments_missing',
  'evaluation.already_accepted',
  'evaluation.own_form',
  'evaluation.already_returned',
  'evaluation.not_accepted',
  'evaluation.comments_long',
  'evaluation.remark_unknown',
  'evaluation.remark_long',
  'evaluation.reason_missing',
  'evaluation.withdrawn',
  'rating.not_accepted',
  'rating.own_meeting',
  'rating.unknown',
  'rating.reason_missing',
  'rating.nothing_decided',
  'rating.by_others',
]);

type Words = Pick<NonNullable<SubmissionFacts['refused']>, 'comments' | 'remarks' | 'rating'>;
type ReviewDone = `submission.${'accepted' | 'returned' | 'reopened' | 'rated'}_now`;

@ApiExcludeController()
@Controller('submissions/:id')
export class SubmissionPageController {
  constructor(
    private readonly screens: SubmissionScreenReadModel,
    private readonly forms: FormsReadModel,
    private readonly review: ReviewForm,
    private readonly withdrawal: WithdrawForm,
    private readonly ratings: DecideRating,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Allows('form.read')
  @Get()
  show(@Param('id', ParseUUIDPipe) id: SubmissionId, @Req() request: Request): Promise<Page> {
    return this.page(id, request);
  }

  @Allows('form.review')
  @Post('accept')
  accept(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const typed = wordsIn(body);
    const accept = () => this.review.accept(id, Number(body['revision']), typed);
    return this.attempt('review', accept, id, 'submission.accepted_now', typed, request);
  }

  @Allows('form.review')
  @Post('return')
  sendBack(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const typed = wordsIn(body);
    const sendBack = () => this.review.sendBack(id, Number(body['revision']), typed);
    return this.attempt('review', sendBack, id, 'submission.returned_now', typed, request);
  }

  @Allows('form.review')
  @Post('reopen')
  reopen(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const reason = textOf(body['reason']);
    const reopen = () => this.review.reopen(id, Number(body['revision']), reason);
    return this.attempt('reopen', reopen, id, 'submission.reopened_now', { comments: reason, remarks: {} }, request);
  }

  @Allows('rating.decide')
  @Post('rating')
  decide(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    return this.rate(id, textOf(body['rating']), body, request);
  }

  @Allows('rating.decide')
  @Post('rating/take-back')
  takeRatingBack(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    return this.rate(id, null, body, request);
  }

  private rate(
    id: SubmissionId,
    rating: string | null,
    body: Record<string, unknown>,
    request: Request,
  ): Promise<Page | Redirect> {
    const reason = textOf(body['reason']);
    const decide = () => this.ratings.execute(id, Number(body['seen']), { rating, reason });
    return this.attempt('rate', decide, id, 'submission.rated_now', { comments: reason, remarks: {}, rating }, request);
  }

  /** Its author goes on with it as a draft. */
  @Allows('form.write')
  @Post('withdraw')
  async withdraw(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const reason = textOf(body['reason']);
    const withdraw = () => this.withdrawal.execute(id, Number(body['revision']), reason);
    const toDraft = async () => new Redirect(`/my/visits/${(await this.forms.get(id)).visitId}/form`);
    return this.attempt('withdraw', withdraw, id, toDraft, { comments: reason, remarks: {} }, request);
  }

  /**
   * Redirects to the next form; or shows the current state of this one with the reason why not and the typed comments.
   */
  private async attempt(
    step: ReviewStep,
    review: () => Promise<unknown>,
    id: SubmissionId,
    done: ReviewDone | (() => Promise<Redirect>),
    typed: Words,
    request: Request,
  ): Promise<Page | Redirect> {
    try {
      await review();
      return await (typeof done === 'function' ? done() : this.onward(id, done, request));
    } catch (error) {
      if (!isDomainError(error) || !SHOWN_BESIDE_THE_FORM.has(error.code)) throw error;
      const sentence = errorSentence(this.errors, error.code, error.params, request.locale);
      return this.page(id, request, { step, ...typed, error: sentence }, this.errors[error.code].status);
    }
  }

  private async page(
    id: SubmissionId,
    request: Request,
    refused: NonNullable<SubmissionFacts['refused']> | null = null,
    status = 200,
  ): Promise<Page> {
    const { locale } = request;
    const screen = await this.screens.read(id, actorOf(request), sortIn(request.query['sort']));
    const board = translate(this.catalogues[locale], 'form.board');
    return new Page(
      'submission',
      buildSubmissionPage({ ...screen, board, ...(refused && { refused }) }, locale),
      status,
    );
  }

  /** Redirects to the next waiting form, else to the month; after a reopening or a rating the same form stays open. */
  private async onward(id: SubmissionId, key: ReviewDone, request: Request): Promise<Redirect> {
    const { month, branch } = await this.forms.get(id);
    const sort = sortIn(request.query['sort']);
    const [next] = reviewQueue(await this.forms.month(month), sort, actorOf(request).specialistId);
    const to =
      key === 'submission.reopened_now' || key === 'submission.rated_now'
        ? `/submissions/${id}`
        : next
          ? `/submissions/${next}`
          : `/months/${month}/forms`;
    return new Redirect(`${to}${sortQuery(sort)}`, { kind: 'done', key, params: { branch } });
  }
}

function wordsIn(body: Record<string, unknown>): Words {
  return { comments: textOf(body['comments']), remarks: remarksIn(body['remarks']) };
}

function textOf(typed: unknown): string {
  return typeof typed === 'string' ? typed.normalize('NFC') : '';
}
