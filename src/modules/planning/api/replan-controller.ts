import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Allows } from '../../../platform/http/access.ts';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../../../platform/http/api-description.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { revisionSeen } from '../../../platform/http/versions.ts';
import { ApplyReplan } from '../application/apply-replan.ts';
import { PlanMonth } from '../application/plan-month.ts';
import { ProposeReplan } from '../application/propose-replan.ts';
import { ReplanMonth } from '../application/replan-month.ts';
import { amendedReply, changesOf, howAsked } from './amendment-request.ts';
import { AmendedReply, IF_MATCH } from './amendments.dto.ts';
import { SolveReply } from './plan.dto.ts';
import { ReplanAmendmentRequest, ReplanReply, replanReply, ReplanRequest } from './replan.dto.ts';

/** What a published month has left, planned again. */
@ApiTags('planning')
@Allows('plan.amend')
@Controller('api/v1/months/:month/replan')
export class ReplanController {
  constructor(
    private readonly replan: ReplanMonth,
    private readonly proposed: ProposeReplan,
    private readonly planMonth: PlanMonth,
    private readonly apply: ApplyReplan,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: SolveReply })
  @ApiOperation({
    operationId: 'replanMonth',
    summary: 'Ask for what a published month has left to be planned again; nothing is changed by it',
  })
  async ask(@Param('month') month: string, @Body() { goal }: ReplanRequest): Promise<SolveReply> {
    const id = await this.replan.ask(monthParam(month), goal);
    return { id, state: 'waiting', progress: null };
  }

  @Get()
  @ApiOkResponse({ type: ReplanReply })
  @ApiOperation({
    operationId: 'getReplan',
    summary: 'How far it is, then what it would change of the month as that is by now, in parts',
  })
  async get(@Param('month') month: string): Promise<ReplanReply> {
    return replanReply(await this.proposed.of(monthParam(month)));
  }

  @Post('stop')
  @HttpCode(200)
  @ApiOkResponse({ type: ReplanReply })
  @ApiOperation({ operationId: 'stopReplan', summary: 'End it with the best that was found so far, if anything was' })
  async stop(@Param('month') text: string): Promise<ReplanReply> {
    const month = monthParam(text);
    const { asked } = await this.proposed.of(month);
    if (asked) await this.planMonth.stop(asked.solveId);
    return replanReply(await this.proposed.of(month));
  }

  @Post('amendment')
  @ApiHeader(IF_MATCH)
  @ApiCreatedResponse({ type: AmendedReply })
  @ApiOperation({
    operationId: 'applyReplan',
    summary: 'Make the parts that are wanted by one amendment, with its notice and mails; sent again, it says the same',
  })
  async make(
    @Param('month') month: string,
    @Body() body: ReplanAmendmentRequest,
    @Req() request: Request,
  ): Promise<AmendedReply> {
    const { planId, solveId, changes, reason } = body;
    const seen = { planId, solveId, revision: revisionSeen(request) };
    return amendedReply(await this.apply.execute(monthParam(month), seen, changesOf(changes), reason, howAsked(body)));
  }
}
