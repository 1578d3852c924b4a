import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type DomainError, isDomainError } from '../../kernel/domain-error.ts';
import { twoDigits } from '../../kernel/format.ts';
import type { Month } from '../../kernel/month.ts';
import { DocumentRegister } from '../../modules/documents/index.ts';
import { ApplyReplan, PlanMonth, ProposeReplan, REPLAN_GOALS, ReplanMonth } from '../../modules/planning/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Fragment, Page, Redirect } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import type { ErrorTexts } from '../../platform/i18n/errors.ts';
import type { Catalogues } from '../../platform/i18n/messages.ts';
import { CATALOGUES, ERROR_TEXTS } from '../../platform/tokens.ts';
import { askedChanges, askedParts, changesOfParts, type Sent, typedNumber } from '../amend/asked-changes.ts';
import { howSentWithRules, toAmendments } from '../amend/sent-amendment.ts';
import { seenOf } from '../desk/sent-edit.ts';
import { buildReplanPage } from './build-replan-page.ts';
import { ReplanScreenReadModel } from './replan-screen-read-model.ts';

/** What a published month has left, planned again by the engine; what is wanted of it is made by one amendment. */
@ApiExcludeController()
@Allows('plan.amend')
@Controller('months/:month/replan')
export class ReplanPageController {
  constructor(
    private readonly screens: ReplanScreenReadModel,
    private readonly replan: ReplanMonth,
    private readonly proposed: ProposeReplan,
    private readonly planMonth: PlanMonth,
    private readonly applied: ApplyReplan,
    private readonly register: DocumentRegister,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(ERROR_TEXTS) private readonly errors: ErrorTexts,
  ) {}

  @Get()
  show(@Param('month') month: string, @Req() request: Request): Promise<Page | Fragment> {
    return this.page(monthParam(month), null, request, null);
  }

  @Post()
  async ask(@Param('month') text: string, @Body() body: Sent): Promise<Redirect> {
    const month = monthParam(text);
    const goal = REPLAN_GOALS.find((one) => one === body['goal']) ?? 'few';
    await this.replan.ask(month, goal);
    return new Redirect(`/months/${month}/replan`, { kind: 'note', key: 'replan.asked' });
  }

  @Post('stop')
  async stop(@Param('month') text: string): Promise<Redirect> {
    const month = monthParam(text);
    const { asked } = await this.proposed.of(month);
    const stopped = asked ? await this.planMonth.stop(asked.solveId) : 'over';
    return new Redirect(`/months/${month}/replan`, { kind: 'note', key: `month.stopping.${stopped}` });
  }

  @Post('apply')
  async apply(
    @Param('month') text: string,
    @Body() body: Sent,
    @Req() request: Request,
  ): Promise<Page | Fragment | Redirect> {
    const month = monthParam(text);
    const changes = askedChanges(changesOfParts(askedParts(body)));
    try {
      const solveId = typeof body['solveId'] === 'string' ? body['solveId'] : '';
      const [seen, how] = [{ ...seenOf(body), solveId }, howSentWithRules(body)];
      return toAmendments(month, await this.applied.execute(month, seen, changes, reasonOf(body), how));
    } catch (error) {
      if (!isDomainError(error) || this.errors[error.code].status >= 500) throw error;
      return this.page(month, body, request, error);
    }
  }

  private async page(
    month: Month,
    sent: Sent | null,
    request: Request,
    refused: DomainError | null,
  ): Promise<Page | Fragment> {
    const { locale } = request;
    const model = buildReplanPage(await this.screens.read(month, locale), {
      sent: sent && { parts: askedParts(sent), reason: reasonOf(sent) },
      noticeNumber: { typed: sent ? typedNumber(sent) : '', next: twoDigits(await this.register.nextNumber('TB')) },
      refused,
      locale,
      catalogue: this.catalogues[locale],
      noticeCatalogue: this.catalogues.vi,
      errors: this.errors,
    });
    if (model.progress && wantsFragment(request, 'progress')) return new Fragment('progress', model.progress);
    return new Page('replan', model, refused ? this.errors[refused.code].status : 200);
  }
}

/** As typed: what is too long is refused by the use case, with the text kept. */
function reasonOf({ reason }: Sent): string {
  return typeof reason === 'string' ? reason : '';
}
