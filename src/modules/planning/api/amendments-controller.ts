import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Allows } from '../../../platform/http/access.ts';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../../../platform/http/api-description.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { AmendPlan } from '../application/amend-plan.ts';
import { JudgeAmendment } from '../application/judge-amendment.ts';
import { brokenRules } from '../domain/judge-edit.ts';
import { type AmendmentLine, AmendmentsReadModel } from '../infra/amendments-read-model.ts';
import { amendedReply, changesOf, howAsked } from './amendment-request.ts';
import {
  AmendedReply,
  type AmendmentReply,
  AmendmentRequest,
  AmendmentsReply,
  ChangesRequest,
  IF_MATCH,
} from './amendments.dto.ts';
import { EditCostReply } from './plan-edits.dto.ts';

@ApiTags('planning')
@Controller('api/v1/months/:month/amendments')
export class AmendmentsController {
  constructor(
    private readonly amendPlan: AmendPlan,
    private readonly judge: JudgeAmendment,
    private readonly amendments: AmendmentsReadModel,
  ) {}

  @Allows('plan.read')
  @Get()
  @ApiOkResponse({ type: AmendmentsReply })
  @ApiOperation({ operationId: 'listAmendments', summary: 'What was changed in the plan of a month since publication' })
  async list(@Param('month') text: string, @Res({ passthrough: true }) response: Response): Promise<AmendmentsReply> {
    const month = monthParam(text);
    const plan = await this.amendments.find(month);
    if (!plan) throw new DomainError('plan.not_published', { month });
    showRevision(response, plan.revision);
    return { planId: plan.planId, revision: plan.revision, items: plan.amendments.map(replyOf) };
  }

  @Allows('plan.amend')
  @Post('cost')
  @HttpCode(200)
  @ApiOkResponse({ type: EditCostReply })
  @ApiOperation({
    operationId: 'costOfAmendment',
    summary: 'What changes of a published plan would cost and break, without making them',
  })
  async cost(@Param('month') month: string, @Body() { changes }: ChangesRequest): Promise<EditCostReply> {
    const { can, faults, cost } = await this.judge.of(monthParam(month), changesOf(changes));
    return { can, breaks: brokenRules(faults), tiers: [...cost.tiers] };
  }

  @Allows('plan.amend')
  @Post()
  @ApiHeader(IF_MATCH)
  @ApiCreatedResponse({ type: AmendedReply })
  @ApiOperation({
    operationId: 'amendPlan',
    summary:
      'Change a published plan: a numbered notice, and a mail to each person whom it touches; sent again, it says the same',
  })
  async amend(
    @Param('month') month: string,
    @Body() body: AmendmentRequest,
    @Req() request: Request,
  ): Promise<AmendedReply> {
    const { planId, changes, reason } = body;
    const seen = { planId, revision: revisionSeen(request) };
    const how = howAsked(body);
    return amendedReply(await this.amendPlan.execute(monthParam(month), seen, changesOf(changes), reason, how));
  }
}

function replyOf({ id, number, kind, reason, noticeId, symbol, madeAt, by, changes }: AmendmentLine): AmendmentReply {
  return {
    id,
    number,
    kind,
    reason,
    noticeId,
    noticeSymbol: symbol,
    madeAt,
    madeBy: by,
    changes: changes.map((change) => ({ ...change })),
  };
}
