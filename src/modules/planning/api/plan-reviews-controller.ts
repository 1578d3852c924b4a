import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Month } from '../../../kernel/month.ts';
import { Allows } from '../../../platform/http/access.ts';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { ApprovePlan } from '../application/approve-plan.ts';
import { SendPlanBack } from '../application/send-plan-back.ts';
import { SubmitPlan } from '../application/submit-plan.ts';
import { PlanReviewsReadModel } from '../infra/plan-reviews-read-model.ts';
import { PlanReturnRequest, PlanReviewRequest, PlanReviewsReply } from './plan-reviews.dto.ts';

const IF_MATCH = { name: 'If-Match', required: true, description: 'The revision that was looked at, such as "1"' };

/** The review of a month's plan between its draft and its publication. */
@ApiTags('planning')
@Controller('api/v1/months/:month/plan')
export class PlanReviewsController {
  constructor(
    private readonly submitPlan: SubmitPlan,
    private readonly approvePlan: ApprovePlan,
    private readonly sendPlanBack: SendPlanBack,
    private readonly reviews: PlanReviewsReadModel,
  ) {}

  @Allows('plan.read')
  @Get('reviews')
  @ApiOkResponse({ type: PlanReviewsReply })
  @ApiOperation({ operationId: 'getPlanReviews', summary: 'Who has submitted, approved or sent back a month’s plan' })
  list(@Param('month') month: string, @Res({ passthrough: true }) response: Response): Promise<PlanReviewsReply> {
    return this.reply(monthParam(month), response);
  }

  @Allows('plan.make')
  @Post('submission')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: PlanReviewsReply })
  @ApiOperation({ operationId: 'submitPlan', summary: 'Submit the draft to those who approve plans' })
  submit(
    @Param('month') text: string,
    @Body() { planId, comment }: PlanReviewRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanReviewsReply> {
    return this.afterStep(text, request, response, (month, revision) =>
      this.submitPlan.execute(month, { planId, revision }, comment),
    );
  }

  @Allows('plan.make')
  @Post('withdrawal')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: PlanReviewsReply })
  @ApiOperation({ operationId: 'withdrawPlan', summary: 'Make a submitted or approved plan a draft again' })
  withdraw(
    @Param('month') text: string,
    @Body() { planId, comment }: PlanReviewRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanReviewsReply> {
    return this.afterStep(text, request, response, (month, revision) =>
      this.submitPlan.withdraw(month, { planId, revision }, comment),
    );
  }

  @Allows('plan.approve')
  @Post('approval')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: PlanReviewsReply })
  @ApiOperation({ operationId: 'approvePlan', summary: 'Approve a submitted plan, so that it may be published' })
  approve(
    @Param('month') text: string,
    @Body() { planId, comment }: PlanReviewRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanReviewsReply> {
    return this.afterStep(text, request, response, (month, revision) =>
      this.approvePlan.execute(month, { planId, revision }, comment),
    );
  }

  @Allows('plan.approve')
  @Post('return')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: PlanReviewsReply })
  @ApiOperation({ operationId: 'sendPlanBack', summary: 'Send a plan back to the board, with what is to be changed' })
  sendBack(
    @Param('month') text: string,
    @Body() { planId, comment }: PlanReturnRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanReviewsReply> {
    return this.afterStep(text, request, response, (month, revision) =>
      this.sendPlanBack.execute(month, { planId, revision }, comment),
    );
  }

  /** Takes a step of the plan that the caller has looked at, and shows how it stands then. */
  private async afterStep(
    text: string,
    request: Request,
    response: Response,
    step: (month: Month, revision: number) => Promise<unknown>,
  ): Promise<PlanReviewsReply> {
    const month = monthParam(text);
    await step(month, revisionSeen(request));
    return this.reply(month, response);
  }

  private async reply(month: Month, response: Response): Promise<PlanReviewsReply> {
    const { plan, rule, reviews } = await this.reviews.ofMonth(month);
    showRevision(response, plan.revision);
    return {
      planId: plan.id,
      revision: plan.revision,
      state: plan.state,
      needsApproval: rule.needsApproval,
      items: reviews.map(({ number, kind, planId, at, name, principal, comment }) => ({
        number,
        kind,
        planId,
        at,
        by: name,
        onBehalfOf: principal,
        comment,
      })),
    };
  }
}
