import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../../../platform/http/api-description.ts';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Allows } from '../../../platform/http/access.ts';
import type { Plan, PlanProblem } from '../../../solver/index.ts';
import { PlanMonth } from '../application/plan-month.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import type { Duty } from '../domain/plan-decision.ts';
import type { SolveId } from '../application/ports.ts';
import { ProblemLabelsReadModel } from '../infra/problem-labels-read-model.ts';
import { Solves } from '../infra/repositories/solves.ts';
import { Plans } from '../infra/repositories/plans.ts';
import { PublishPlan } from '../application/publish-plan.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { PlanReply, PublicationReply, PublishRequest, SolveReply } from './plan.dto.ts';

@ApiTags('planning')
@Controller('api/v1/months/:month/plan')
export class PlanController {
  constructor(
    private readonly planMonth: PlanMonth,
    private readonly publishPlan: PublishPlan,
    private readonly plans: Plans,
    private readonly solves: Solves,
    private readonly labels: ProblemLabelsReadModel,
    private readonly clock: Clock,
  ) {}

  @Allows('plan.make')
  @Post('solves')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: SolveReply })
  @ApiOperation({ operationId: 'planMonth', summary: 'Ask for a plan; follow its progress until it is done' })
  async start(@Param('month') month: string): Promise<SolveReply> {
    const id = await this.planMonth.execute(monthParam(month));
    return { id, state: 'waiting', progress: null };
  }

  @Allows('plan.read')
  @Get('solves/latest')
  @ApiOkResponse({ type: SolveReply })
  @ApiOperation({ operationId: 'getLatestSolve', summary: 'How far the latest solve of a month is' })
  async latest(@Param('month') month: string): Promise<SolveReply> {
    const solve = await this.solves.findLatest(monthParam(month));
    if (!solve) throw new DomainError('plan.not_found', { month: monthParam(month) });
    return { id: solve.id, state: solve.state, progress: solve.progress };
  }

  @Allows('plan.make')
  @Post('solves/:solveId/stop')
  @HttpCode(200)
  @ApiOkResponse({ type: SolveReply })
  @ApiOperation({
    operationId: 'stopSolve',
    summary: 'End a solve with the best plan found so far; one that waits, or has found none, leaves all as it was',
  })
  async stop(@Param('month') text: string, @Param('solveId', ParseUUIDPipe) id: SolveId): Promise<SolveReply> {
    const month = monthParam(text);
    const isOfMonth = async () => {
      const solve = await this.solves.find(id);
      if (solve?.month !== month) throw new DomainError('plan.not_found', { month });
      return solve;
    };
    await isOfMonth();
    await this.planMonth.stop(id);
    const { state, progress } = await isOfMonth();
    return { id, state, progress };
  }

  @Allows('plan.read')
  @Get()
  @ApiOkResponse({ type: PlanReply })
  @ApiOperation({ operationId: 'getPlan', summary: 'The published plan of a month, else its draft' })
  async get(@Param('month') month: string): Promise<PlanReply> {
    const found = await this.find(month);
    const { id, revision, state, plan, isVerified, noticeId } = found;
    return {
      id,
      revision,
      state,
      status: plan.status,
      isVerified,
      noticeId,
      assignments: plan.assignments.length,
      leftOut: await this.leftOut(found),
      uncovered: plan.unmet.length,
      tiers: plan.tiers.map(({ tier, objective, bound, gap }) => ({ tier, objective, bound, gap })),
    };
  }

  @Allows('plan.read')
  @Get('problem.json')
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/PlanProblem' } })
  @ApiOperation({
    operationId: 'getPlanProblem',
    summary: 'What the engine was asked, with the names of people, for its command line and verifier',
  })
  async problem(@Param('month') month: string): Promise<PlanProblem> {
    return this.labels.labelled((await this.find(month)).problem);
  }

  @Allows('plan.read')
  @Get('plan.json')
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Plan' } })
  @ApiOperation({ operationId: 'getPlanResult', summary: 'What the engine answered, with its certificate' })
  async result(@Param('month') month: string): Promise<Plan> {
    return (await this.find(month)).plan;
  }

  @Allows('plan.publish')
  @Post('publication')
  @ApiCreatedResponse({ type: PublicationReply })
  @ApiOperation({
    operationId: 'publishPlan',
    summary:
      'Make the draft known around what has begun: visits, duty notice and mails; sent again for the same plan, it says the same',
  })
  async publish(
    @Param('month') month: string,
    @Body() { planId, revision, leftOut: seenLeftOut = 0, noticeNumber }: PublishRequest,
  ): Promise<PublicationReply> {
    const seen = { planId, revision, leftOut: seenLeftOut };
    const { visits, leftOut, mails, notice } = await this.publishPlan.execute(
      monthParam(month),
      seen,
      noticeNumber ?? null,
    );
    return { visits, leftOut, mails, noticeId: notice?.id ?? null, noticeSymbol: notice?.symbol ?? null };
  }

  private leftOut(plan: PlanHeader): Promise<Duty[]> {
    return this.plans.listLeftOut(plan, this.clock.now());
  }

  private async find(text: string) {
    const month = monthParam(text);
    const found = await this.plans.find(month);
    if (!found) throw new DomainError('plan.not_found', { month });
    return found;
  }
}
