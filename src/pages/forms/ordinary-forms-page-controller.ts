import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { isDomainError } from '../../kernel/domain-error.ts';
import type { Locale } from '../../kernel/actor.ts';
import type { Month } from '../../kernel/month.ts';
import { Allows } from '../../platform/http/access.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import { type Catalogues, translate } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { FormsReadModel, type ReadSubmission, ReviewForm, type SubmissionId } from '../../modules/evaluations/index.ts';
import { buildOrdinaryFormsPage, judgeForms, readMarks, sentenceOf } from './build-ordinary-forms-page.ts';
import type { Doubt } from './ordinary-forms.ts';
import type { OrdinaryFormsPage } from './ordinary-forms.view.ts';

/** Lists the forms that can be accepted unread, and accepts them together, each at the revision that was shown. */
@ApiExcludeController()
@Allows('form.review')
@Controller('months/:month/forms/ordinary')
export class OrdinaryFormsPageController {
  constructor(
    private readonly forms: FormsReadModel,
    private readonly review: ReviewForm,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Get()
  show(@Param('month') text: string, @Req() request: Request): Promise<Page> {
    return this.page(monthParam(text), request, null);
  }

  /**
   * Each form is accepted in a transaction of its own, so that one failure does not affect the others. A listed form
   * may no longer be ordinary, for example because the branch's previous form was reopened: it is judged again, and
   * then left to be read.
   */
  @Post()
  async accept(
    @Param('month') text: string,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page> {
    const month = monthParam(text);
    const judged = new Map(
      judgeForms(await this.facts(month, request)).map(({ form, doubts }) => [form.submission.id, doubts]),
    );
    const failed: { branch: string; error: string; href: string }[] = [];
    let accepted = 0;
    for (const { id, revision } of readMarks(body['form'])) {
      const form = await this.find(id);
      const error =
        this.doubtIn(form?.state, judged.get(id), request.locale) ??
        (await this.refusalOf(() => this.review.accept(id, revision), request.locale));
      if (error === null) accepted += 1;
      else failed.push({ branch: form?.branch ?? '–', error, href: `/submissions/${id}` });
    }
    return this.page(month, request, { accepted, failed });
  }

  /** Why a waiting form is not accepted unread; null where nothing speaks against it, or where it no longer waits. */
  private doubtIn(state: string | undefined, doubts: readonly Doubt[] | undefined, locale: Locale): string | null {
    if (state !== 'submitted' || doubts?.length === 0) return null;
    const catalogue = this.catalogues[locale];
    if (doubts === undefined) return translate(catalogue, 'ordinary.elsewhere');
    const told = doubts.map((doubt) => sentenceOf(doubt, catalogue, locale)).join('; ');
    return translate(catalogue, 'ordinary.no_longer', { doubts: told });
  }

  private async refusalOf(accept: () => Promise<unknown>, locale: Locale): Promise<string | null> {
    try {
      await accept();
      return null;
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return errorSentence(this.errors, error.code, error.params, locale);
    }
  }

  private async find(id: SubmissionId): Promise<ReadSubmission | null> {
    try {
      return await this.forms.get(id);
    } catch (error) {
      if (!isDomainError(error, 'evaluation.no_submission')) throw error;
      return null;
    }
  }

  private async facts(month: Month, request: Request) {
    return {
      month,
      forms: await this.forms.month(month),
      waiting: await this.forms.waiting(month),
      reader: actorOf(request).specialistId,
    };
  }

  private async page(month: Month, request: Request, outcome: OrdinaryFormsPage['outcome']): Promise<Page> {
    const facts = { ...(await this.facts(month, request)), outcome };
    return new Page('ordinary-forms', buildOrdinaryFormsPage(facts, request.locale, this.catalogues[request.locale]));
  }
}
