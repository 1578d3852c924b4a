import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.ts';
import type { DomainError } from '../../kernel/domain-error.ts';
import type { SwapId, VisitId } from '../../kernel/id.ts';
import { AnswerSwap, type SwapChoiceLines, SwapsReadModel } from '../../modules/swaps/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { Page, Redirect } from '../../platform/http/page.ts';
import { ownAgainst, swapCard } from './build-swap-pages.ts';
import { SwapAnswers } from './swap-answers.ts';
import type { SwapPage } from './swap.view.ts';

/** A specialist asks for swaps, and answers those that others ask for; on a phone first. */
@ApiExcludeController()
@Allows('visit.answer')
@Controller('my')
export class MySwapPageController {
  constructor(
    private readonly answers: SwapAnswers,
    private readonly answer: AnswerSwap,
    private readonly swaps: SwapsReadModel,
    private readonly clock: Clock,
  ) {}

  @Get('visits/:id/swap')
  choose(@Param('id', ParseUUIDPipe) id: VisitId, @Req() request: Request): Promise<Page> {
    return this.answers.askPage(id, ownAddresses, request);
  }

  @Post('visits/:id/swap')
  ask(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    return this.answers.send(id, body, ownAddresses, request, (swapId) => `/my/swaps/${swapId}`);
  }

  @Get('swaps/:id')
  async show(@Param('id', ParseUUIDPipe) id: SwapId, @Req() request: Request): Promise<Page> {
    return this.page(id, request);
  }

  @Post('swaps/:id/agree')
  agree(@Param('id', ParseUUIDPipe) id: SwapId, @Req() request: Request): Promise<Page | Redirect> {
    return this.orAgain(id, request, async () => {
      const { state } = await this.answer.agree(id);
      return redirect(id, state === 'made' ? 'swaps.agreed' : 'swaps.agreed_waits');
    });
  }

  @Post('swaps/:id/refuse')
  refuse(
    @Param('id', ParseUUIDPipe) id: SwapId,
    @Body('words') words: unknown,
    @Req() request: Request,
  ): Promise<Page | Redirect> {
    return this.orAgain(id, request, async () => {
      await this.answer.refuse(id, typeof words === 'string' ? words : '');
      return redirect(id, 'swaps.refused');
    });
  }

  @Post('swaps/:id/withdraw')
  withdraw(@Param('id', ParseUUIDPipe) id: SwapId, @Req() request: Request): Promise<Page | Redirect> {
    return this.orAgain(id, request, async () => {
      await this.answer.withdraw(id);
      return redirect(id, 'swaps.withdrawn');
    });
  }

  private orAgain(id: SwapId, request: Request, step: () => Promise<Redirect>): Promise<Page | Redirect> {
    return this.answers.orAgain(step, (error, sentence) => this.page(id, request, { error, sentence }), request);
  }

  private async page(
    id: SwapId,
    request: Request,
    refused?: { readonly error: DomainError; readonly sentence: string },
  ): Promise<Page> {
    const actor = actorOf(request);
    const model: SwapPage = {
      swap: swapCard(await this.swaps.getFor(actor, id), actor, this.clock.now(), null),
      error: refused?.sentence ?? null,
      against: ownAgainst(refused?.error.faults ?? [], actor),
    };
    return new Page('swap', model, refused ? this.answers.statusOf(refused.error) : 200);
  }
}

type Said = 'swaps.agreed' | 'swaps.agreed_waits' | 'swaps.refused' | 'swaps.withdrawn';

function redirect(id: SwapId, key: Said): Redirect {
  return new Redirect(`/my/swaps/${id}`, { kind: 'done', key });
}

function ownAddresses({ visit: { id } }: SwapChoiceLines) {
  return { isForOther: false, backHref: `/my/visits/${id}`, action: `/my/visits/${id}/swap` };
}
