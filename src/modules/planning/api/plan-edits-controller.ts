import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import { Allows } from '../../../platform/http/access.ts';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { EditCosts } from '../application/edit-costs.ts';
import { EditPlan } from '../application/edit-plan.ts';
import type { DeskAction } from '../domain/desk-action.ts';
import { PlanByHandReadModel } from '../infra/plan-by-hand-read-model.ts';
import { EditCostReply, EditRequest, PlanByHandReply, TurnRequest } from './plan-edits.dto.ts';

const IF_MATCH = { name: 'If-Match', required: true, description: 'The revision that was looked at, such as "1"' };

@ApiTags('planning')
@Controller('api/v1/months/:month/plan/edits')
export class PlanEditsController {
  constructor(
    private readonly editPlan: EditPlan,
    private readonly costs: EditCosts,
    private readonly plans: PlanByHandReadModel,
  ) {}

  @Allows('plan.read')
  @Get()
  @ApiOkResponse({ type: PlanByHandReply })
  @ApiOperation({
    operationId: 'getPlanEdits',
    summary: 'What people have changed in the plan of a month, and decided',
  })
  list(@Param('month') month: string, @Res({ passthrough: true }) response: Response): Promise<PlanByHandReply> {
    return this.reply(monthParam(month), response);
  }

  @Allows('plan.make')
  @Post('cost')
  @HttpCode(200)
  @ApiOkResponse({ type: EditCostReply })
  @ApiOperation({
    operationId: 'costOfPlanEdit',
    summary: 'What a change of the draft would cost and break, without making it',
  })
  async cost(@Param('month') month: string, @Body() body: EditRequest): Promise<EditCostReply> {
    const { can, faults, cost } = await this.costs.of(monthParam(month), actionOf(body));
    return { can, breaks: [...new Set(faults.map(({ code }) => code))], tiers: [...cost.tiers] };
  }

  @Allows('plan.make')
  @Post()
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: PlanByHandReply })
  @ApiOperation({ operationId: 'editPlan', summary: 'Change a draft by hand; planning again keeps the change' })
  async edit(
    @Param('month') text: string,
    @Body() body: EditRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanByHandReply> {
    const month = monthParam(text);
    const seen = { planId: body.planId, revision: revisionSeen(request) };
    await this.editPlan.execute(month, seen, actionOf(body), body.reason);
    return this.reply(month, response);
  }

  @Allows('plan.make')
  @Post('undo')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: PlanByHandReply })
  @ApiOperation({ operationId: 'undoPlanEdit', summary: 'Take back the last change that stands' })
  async undo(
    @Param('month') text: string,
    @Body() { planId }: TurnRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanByHandReply> {
    const month = monthParam(text);
    await this.editPlan.undo(month, { planId, revision: revisionSeen(request) });
    return this.reply(month, response);
  }

  @Allows('plan.make')
  @Post('redo')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: PlanByHandReply })
  @ApiOperation({ operationId: 'redoPlanEdit', summary: 'Make again what was undone last' })
  async redo(
    @Param('month') text: string,
    @Body() { planId }: TurnRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanByHandReply> {
    const month = monthParam(text);
    await this.editPlan.redo(month, { planId, revision: revisionSeen(request) });
    return this.reply(month, response);
  }

  private async reply(month: Month, response: Response): Promise<PlanByHandReply> {
    const { edits, decisions, ...plan } = await this.plans.read(month);
    showRevision(response, plan.revision);
    return {
      ...plan,
      edits: edits.map(({ number, action, reason, madeAt, undoneAt }) => ({
        number,
        action,
        reason,
        madeAt,
        undoneAt,
      })),
      decisions: [...decisions],
    };
  }
}

/** @throws DomainError input.invalid where an action lacks what it is about */
function actionOf({ kind, ...ids }: EditRequest): DeskAction {
  const needed: Readonly<Partial<Record<DeskAction['kind'], readonly (keyof typeof ids)[]>>> = {
    move: ['toMeetingId'],
    replace: ['bySpecialistId'],
    swap: ['withSpecialistId', 'withMeetingId'],
  };
  const missing = (needed[kind] ?? []).filter((name) => ids[name] === undefined);
  if (missing.length > 0) {
    const faults = missing.map((name) => ({ pointer: `/${name}`, code: 'isUuid' }));
    throw new DomainError('input.invalid', { count: faults.length }, faults);
  }
  const { specialistId, meetingId, toMeetingId, bySpecialistId, withSpecialistId, withMeetingId } = ids;
  const others = { toMeetingId, bySpecialistId, withSpecialistId, withMeetingId };
  const named = Object.fromEntries((needed[kind] ?? []).map((name) => [name, others[name as keyof typeof others]]));
  return { kind, specialistId, meetingId, ...named } as DeskAction;
}
