import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import type { Request } from 'express';
import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { may } from '../../kernel/permissions.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';
import { Allows } from '../../platform/http/access.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import {
  VisitFactsReadModel,
  FormsReadModel,
  ReviewForm,
  Rubrics,
  type SubmissionId,
  visitForm,
} from '../../modules/evaluations/index.ts';
import { type SubmissionFacts, buildSubmissionPage } from './build-submission-page.ts';

const LONGEST_COMMENTS = 2_000;

@ApiExcludeController()
@Controller('submissions/:id')
export class SubmissionPageController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly forms: FormsReadModel,
    private readonly rubrics: Rubrics,
    private readonly facts: VisitFactsReadModel,
    private readonly review: ReviewForm,
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
  async accept(@Param('id', ParseUUIDPipe) id: SubmissionId, @Body('comments') comments: unknown): Promise<Redirect> {
    await this.review.accept(id, textOf(comments));
    return this.onward(id, 'submission.accepted_now');
  }

  @Allows('form.review')
  @Post('return')
  async sendBack(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Body('comments') typed: unknown,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const comments = textOf(typed);
    try {
      await this.review.return(id, comments);
    } catch (error) {
      if (!isDomainError(error, 'evaluation.comments_missing')) throw error;
      return this.page(id, request, {
        comments,
        error: errorSentence(this.errors, error.code, error.params, request.locale),
      });
    }
    return this.onward(id, 'submission.returned_now');
  }

  private page(id: SubmissionId, request: Request, refused?: NonNullable<SubmissionFacts['refused']>): Promise<Page> {
    const { locale } = request;
    return this.work.run(async () => {
      const submission = await this.forms.get(id);
      const { actor } = this.work;
      const seesAll = may(actor, 'form.read_all');
      if (!seesAll && submission.specialistId !== actor.specialistId) {
        throw new DomainError('evaluation.not_yours', { visitId: submission.visitId });
      }
      const reviews = may(actor, 'form.review');
      const rubric = await this.rubrics.get(submission.rubric);
      const context = await this.facts.of(submission.visitId);
      const model = buildSubmissionPage(
        {
          submission,
          rubric,
          form: visitForm(rubric, context, submission.formVersion),
          directives: context.directives,
          reader: seesAll ? 'board' : 'observer',
          reviews,
          next: reviews ? await this.forms.findNextToReview(submission.month, id) : null,
          board: translate(this.catalogues[locale], 'form.board'),
          ...(refused && { refused }),
        },
        locale,
      );
      return new Page('submission', model, refused ? 422 : 200);
    });
  }

  /** To the next form that waits, else back to the month. */
  private async onward(id: SubmissionId, key: `submission.${'accepted' | 'returned'}_now`): Promise<Redirect> {
    const { month, branch } = await this.forms.get(id);
    const next = await this.forms.findNextToReview(month, id);
    return new Redirect(next ? `/submissions/${next}` : `/months/${month}/forms`, {
      kind: 'done',
      key,
      params: { branch },
    });
  }
}

function textOf(typed: unknown): string {
  return typeof typed === 'string' ? typed.normalize('NFC').slice(0, LONGEST_COMMENTS) : '';
}
