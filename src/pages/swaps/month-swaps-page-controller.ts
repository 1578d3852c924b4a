import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { isId, type SwapId, type VisitId } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { AnswerSwap, isSwapOpen, type SwapChoiceLines, SwapsReadModel } from '../../modules/swaps/index.ts';
import { isOpen, VisitsReadModel } from '../../modules/visits/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { swapCard, visitOption } from './build-swap-pages.ts';
import { SwapAnswers } from './swap-answers.ts';
import type { MonthSwapsPage } from './swap.view.ts';

/** The swaps of a month, for the board and leaders. */
@ApiExcludeController()
@Controller('months/:month/swaps')
export class MonthSwapsPageController {
  constructor(
    private readonly answers: SwapAnswers,
    private readonly answer: AnswerSwap,
    private readonly swaps: SwapsReadModel,
    private readonly visits: VisitsReadModel,
    private readonly clock: Clock,
  ) {}

  @Allows('plan.read')
  @Get()
  list(@Param('month') month: string, @Req() request: Request): Promise<Page> {
    return this.page(monthParam(month), request);
  }

  @Allows('plan.amend')
  @Get('ask')
  async choose(
    @Param('month') month: string,
    @Query('visit') visit: unknown,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    if (!isId(visit)) return new Redirect(`/months/${monthParam(month)}/swaps`);
    return this.answers.askPage(visit, addressesOf, request);
  }

  @Allows('plan.amend')
  @Post('ask')
  ask(
    @Param('month') month: string,
    @Query('visit') visit: unknown,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const list = `/months/${monthParam(month)}/swaps`;
    return this.answers.send(visitIn(visit), body, addressesOf, request, () => list);
  }

  @Allows('plan.amend')
  @Post(':id/confirm')
  confirm(
    @Param('month') month: string,
    @Param('id', ParseUUIDPipe) id: SwapId,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    return this.orAgain(monthParam(month), request, 'swaps.confirmed', () => this.answer.confirm(id));
  }

  @Allows('plan.amend')
  @Post(':id/reject')
  reject(
    @Param('month') month: string,
    @Param('id', ParseUUIDPipe) id: SwapId,
    @Body('words') words: unknown,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    const text = typeof words === 'string' ? words : '';
    return this.orAgain(monthParam(month), request, 'swaps.rejected', () => this.answer.reject(id, text));
  }

  @Allows('plan.amend')
  @Post(':id/withdraw')
  withdraw(
    @Param('month') month: string,
    @Param('id', ParseUUIDPipe) id: SwapId,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    return this.orAgain(monthParam(month), request, 'swaps.withdrawn', () => this.answer.withdraw(id));
  }

  private orAgain(
    month: Month,
    request: Request,
    key: 'swaps.confirmed' | 'swaps.rejected' | 'swaps.withdrawn',
    step: () => Promise<unknown>,
  ): Promise<Page | Redirect> {
    return this.answers.orAgain(
      async () => {
        await step();
        return new Redirect(`/months/${month}/swaps`, { kind: 'done', key });
      },
      (error, sentence) => this.page(month, request, { error, sentence }),
      request,
    );
  }

  private async page(
    month: Month,
    request: Request,
    refused?: { readonly error: DomainError; readonly sentence: string },
  ): Promise<Page> {
    const actor = actorOf(request);
    const now = this.clock.now();
    const base = `/months/${month}/swaps`;
    const lines = await this.swaps.list(month);
    const cards = (open: boolean) =>
      lines.filter((line) => isSwapOpen(line) === open).map((line) => swapCard(line, actor, now, base));
    const ahead = may(actor, 'plan.amend') ? await this.visits.listOfMonth(month) : [];
    const visits = ahead
      .filter(({ state, startsAt }) => isOpen(state) && startsAt > now)
      .map((line) => ({ value: line.id, label: visitOption(line, request.locale), selected: false }));
    const model: MonthSwapsPage = {
      month,
      backHref: `/months/${month}`,
      open: cards(true),
      closed: cards(false),
      error: refused?.sentence ?? null,
      ask: visits.length > 0 ? { action: `${base}/ask`, visits } : null,
    };
    return new Page('month-swaps', model, refused ? this.answers.statusOf(refused.error) : 200);
  }
}

/** @throws DomainError http.not_found */
function visitIn(text: unknown): VisitId {
  if (!isId(text)) throw new DomainError('http.not_found', {});
  return text;
}

function addressesOf({ visit: { id, month } }: SwapChoiceLines) {
  const list = `/months/${month}/swaps`;
  return { isForOther: true, backHref: list, action: `${list}/ask?visit=${id}` };
}
