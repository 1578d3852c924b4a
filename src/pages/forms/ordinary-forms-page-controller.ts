import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { isDomainError } from '../../kernel/domain-error.ts';
import type { Month } from '../../kernel/month.ts';
import { Allows } from '../../platform/http/access.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page } from '../../platform/http/page.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';
import type { Catalogues } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { FormsReadModel, ReviewForm } from '../../modules/evaluations/index.ts';
import { buildOrdinaryFormsPage, readMarks } from './build-ordinary-forms-page.ts';
import type { OrdinaryFormsPage } from './ordinary-forms.view.ts';

/** Forms that nothing speaks against are listed once and accepted at once, each as it was seen. */
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

  /** Each form is a commit of its own, so that one that cannot be accepted keeps back no other. */
  @Post()
  async accept(
    @Param('month') text: string,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page> {
    const month = monthParam(text);
    const failed: { branch: string; error: string; href: string }[] = [];
    let accepted = 0;
    for (const { id, revision } of readMarks(body['form'])) {
      try {
        await this.review.accept(id, revision);
        accepted += 1;
      } catch (error) {
        if (!isDomainError(error)) throw error;
        failed.push({
          branch: await this.branchOf(id),
          error: errorSentence(this.errors, error.code, error.params, request.locale),
          href: `/submissions/${id}`,
        });
      }
    }
    return this.page(month, request, { accepted, failed });
  }

  private async branchOf(id: Parameters<FormsReadModel['get']>[0]): Promise<string> {
    try {
      return (await this.forms.get(id)).branch;
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return '–';
    }
  }

  private async page(month: Month, request: Request, outcome: OrdinaryFormsPage['outcome']): Promise<Page> {
    const facts = {
      month,
      forms: await this.forms.month(month),
      waiting: await this.forms.waiting(month),
      reader: actorOf(request).specialistId,
      outcome,
    };
    return new Page('ordinary-forms', buildOrdinaryFormsPage(facts, request.locale, this.catalogues[request.locale]));
  }
}
