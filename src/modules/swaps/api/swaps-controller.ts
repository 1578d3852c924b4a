import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { SwapId, VisitId } from '../../../kernel/id.ts';
import { Allows } from '../../../platform/http/access.ts';
import { actorOf } from '../../../platform/http/actor-of.ts';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { AnswerSwap } from '../application/answer-swap.ts';
import { AskSwap } from '../application/ask-swap.ts';
import type { Swap } from '../domain/swap.ts';
import { SwapChoicesReadModel } from '../infra/swap-choices-read-model.ts';
import { SwapsReadModel } from '../infra/swaps-read-model.ts';
import {
  AskSwapRequest,
  choicesReply,
  SwapChoicesReply,
  SwapReply,
  swapReply,
  SwapsReply,
  SwapWordsRequest,
} from './swaps.dto.ts';

@ApiTags('visits')
@Controller('api/v1')
export class SwapsController {
  constructor(
    private readonly choices: SwapChoicesReadModel,
    private readonly swaps: SwapsReadModel,
    private readonly ask: AskSwap,
    private readonly answer: AnswerSwap,
  ) {}

  @Allows('visit.report')
  @Get('visits/:id/swap-choices')
  @ApiOperation({ operationId: 'listSwapChoices', summary: 'With whom a visit could be swapped, as the month is now' })
  @ApiOkResponse({ type: SwapChoicesReply })
  async list(@Param('id', ParseUUIDPipe) id: VisitId, @Req() request: Request): Promise<SwapChoicesReply> {
    return choicesReply(await this.choices.of(id, actorOf(request)));
  }

  @Allows('visit.report')
  @Post('visits/:id/swaps')
  @ApiOperation({
    operationId: 'askSwap',
    summary: 'Ask somebody to take a visit, or to exchange one of theirs for it; nothing changes before they agree',
  })
  @ApiCreatedResponse({ type: SwapReply })
  async asks(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Body() { takerId, otherVisitId = null, kind, reason = '' }: AskSwapRequest,
    @Req() request: Request,
  ): Promise<SwapReply> {
    return this.replyOf(await this.ask.execute(id, { takerId, otherVisitId, reasonKind: kind, reason }), request);
  }

  @Allows('visit.read')
  @Get('swaps/:id')
  @ApiOperation({ operationId: 'getSwap', summary: 'One swap, for the two whom it concerns, the board and leaders' })
  @ApiOkResponse({ type: SwapReply })
  async get(@Param('id', ParseUUIDPipe) id: SwapId, @Req() request: Request): Promise<SwapReply> {
    return swapReply(await this.swaps.getFor(actorOf(request), id), actorOf(request));
  }

  @Allows('visit.answer')
  @Post('swaps/:id/agreement')
  @HttpCode(200)
  @ApiOperation({ operationId: 'agreeToSwap', summary: 'Agree: the swap is made, or waits for the board' })
  @ApiOkResponse({ type: SwapReply })
  async agree(@Param('id', ParseUUIDPipe) id: SwapId, @Req() request: Request): Promise<SwapReply> {
    return this.replyOf(await this.answer.agree(id), request);
  }

  @Allows('visit.answer')
  @Post('swaps/:id/refusal')
  @HttpCode(200)
  @ApiOperation({ operationId: 'refuseSwap', summary: 'Say that one does not take the visit; it stays with the giver' })
  @ApiOkResponse({ type: SwapReply })
  async refuse(
    @Param('id', ParseUUIDPipe) id: SwapId,
    @Body() { words = '' }: SwapWordsRequest,
    @Req() request: Request,
  ): Promise<SwapReply> {
    return this.replyOf(await this.answer.refuse(id, words), request);
  }

  @Allows('visit.report')
  @Post('swaps/:id/withdrawal')
  @HttpCode(200)
  @ApiOperation({ operationId: 'withdrawSwap', summary: 'Take back that somebody was asked' })
  @ApiOkResponse({ type: SwapReply })
  async withdraw(@Param('id', ParseUUIDPipe) id: SwapId, @Req() request: Request): Promise<SwapReply> {
    return this.replyOf(await this.answer.withdraw(id), request);
  }

  @Allows('plan.amend')
  @Post('swaps/:id/confirmation')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'confirmSwap',
    summary: 'Confirm what both have agreed on, where the policy asks for it',
  })
  @ApiOkResponse({ type: SwapReply })
  async confirm(@Param('id', ParseUUIDPipe) id: SwapId, @Req() request: Request): Promise<SwapReply> {
    return this.replyOf(await this.answer.confirm(id), request);
  }

  @Allows('plan.amend')
  @Post('swaps/:id/rejection')
  @HttpCode(200)
  @ApiOperation({ operationId: 'rejectSwap', summary: 'Do not confirm it; all visits stay as they are' })
  @ApiOkResponse({ type: SwapReply })
  async reject(
    @Param('id', ParseUUIDPipe) id: SwapId,
    @Body() { words = '' }: SwapWordsRequest,
    @Req() request: Request,
  ): Promise<SwapReply> {
    return this.replyOf(await this.answer.reject(id, words), request);
  }

  @Allows('plan.read')
  @Get('months/:month/swaps')
  @ApiOperation({ operationId: 'listSwaps', summary: 'Open and closed swaps of a month, the latest first' })
  @ApiOkResponse({ type: SwapsReply })
  async ofMonth(@Param('month') month: string, @Req() request: Request): Promise<SwapsReply> {
    const lines = await this.swaps.list(monthParam(month));
    return { items: lines.map((line) => swapReply(line, actorOf(request))) };
  }

  private async replyOf({ id }: Pick<Swap, 'id'>, request: Request): Promise<SwapReply> {
    return swapReply(await this.swaps.get(id), actorOf(request));
  }
}
