import { Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiExcludeEndpoint,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '../../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import { isOver } from '../../../kernel/tracked-jobs.ts';
import { Allows, Public } from '../../../platform/http/access.ts';
import { actorOf } from '../../../platform/http/actor-of.ts';
import { jobTopic } from '../../../platform/live/change.ts';
import { ChangeHub } from '../../../platform/live/change-hub.ts';
import { EventStream } from '../../../platform/live/event-stream.ts';
import { planSchema, type Progress, problemSchema } from '../../../solver/index.ts';
import { CancelSolve } from '../application/cancel-solve.ts';
import { SubmitSolve } from '../application/submit-solve.ts';
import type { EngineSolveId } from '../application/engine-solve.ts';
import { EngineSolves } from '../infra/repositories/engine-solves.ts';
import { optionsOf } from './engine-options.ts';
import { EngineSolveReply, engineSolveReply } from './engine.dto.ts';

/** Accepts whole months, which are larger than other bodies. */
export const PROBLEM_BODY = { path: '/api/v1/solve', limit: '16mb' } as const;

/** The engine by itself: solves any valid problem as a job. */
@ApiTags('engine')
@Controller('api/v1')
export class EngineController {
  constructor(
    private readonly submit: SubmitSolve,
    private readonly cancelSolve: CancelSolve,
    private readonly solves: EngineSolves,
    private readonly changes: ChangeHub,
  ) {}

  @Allows('engine.solve')
  @Post('solve')
  @HttpCode(202)
  @ApiBody({ schema: { $ref: '#/components/schemas/PlanProblem' } })
  @ApiQuery({ name: 'time', required: false, schema: { type: 'integer', minimum: 1, maximum: 600, default: 120 } })
  @ApiQuery({ name: 'seed', required: false, schema: { type: 'integer', minimum: 0, default: 0 } })
  @ApiAcceptedResponse({ type: EngineSolveReply })
  @ApiOperation({
    operationId: 'solveProblem',
    summary: 'Have any problem solved; follow its progress, then fetch the plan',
  })
  async start(
    @Req() { body }: Request,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EngineSolveReply> {
    const id = await this.submit.execute(bytesOf(body), optionsOf(query));
    response.setHeader('Location', `/api/v1/solve/${id}`);
    return engineSolveReply({ id, state: 'waiting', progress: null, hasPlan: false });
  }

  @Allows('engine.solve')
  @Get('solve/:id')
  @ApiOkResponse({ type: EngineSolveReply })
  @ApiOperation({
    operationId: 'getSolve',
    summary: 'How far a solve is; `/progress` below it tells the same as server-sent events',
  })
  async get(@Param('id', ParseUUIDPipe) id: EngineSolveId): Promise<EngineSolveReply> {
    return engineSolveReply(await this.solves.get(id));
  }

  @Allows('engine.solve')
  @Get('solve/:id/plan')
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Plan' } })
  @ApiOperation({ operationId: 'getSolvedPlan', summary: 'The plan of a solve, with its certificate' })
  @Header('Content-Type', 'application/json; charset=utf-8')
  plan(@Param('id', ParseUUIDPipe) id: EngineSolveId): Promise<string> {
    return this.solves.getPlan(id);
  }

  /** Server-sent events with the content of `getSolve`, until the solve ends. */
  @Allows('engine.solve')
  @Get('solve/:id/progress')
  @ApiExcludeEndpoint()
  async progress(
    @Param('id', ParseUUIDPipe) id: EngineSolveId,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const actor = actorOf(request);
    await this.solves.get(id);
    const stream = new EventStream(response);
    const leave = await this.changes.follow({
      committeeId: actor.committeeId,
      accountId: actor.accountId,
      topics: new Set([jobTopic(id)]),
      since: null,
      tell: (change) => {
        if (change.kind !== 'job') return;
        const { state, facts } = change;
        if (!isOver(state)) {
          stream.send({ data: engineSolveReply({ id, state, progress: facts as Progress | null, hasPlan: false }) });
          return;
        }
        this.solves
          .getFor(actor, id)
          .then((solve) => stream.send({ data: engineSolveReply(solve) }))
          .catch(() => undefined) // the client asks again and then receives the error
          .finally(() => stream.end());
      },
      end: () => stream.end(),
    });
    stream.onClose(leave);
  }

  @Allows('engine.solve')
  @Delete('solve/:id')
  @ApiOkResponse({ type: EngineSolveReply })
  @ApiOperation({
    operationId: 'cancelSolve',
    summary: 'Stop a solve; the best plan so far is kept where one can be handed over within five seconds',
  })
  async cancel(@Param('id', ParseUUIDPipe) id: EngineSolveId): Promise<EngineSolveReply> {
    return engineSolveReply(await this.cancelSolve.execute(id));
  }

  @Public()
  @Get('schemas/problem.json')
  @ApiOkResponse({ schema: { type: 'object' } })
  @ApiOperation({ operationId: 'getProblemSchema', summary: 'JSON Schema of a problem' })
  problemSchema(): object {
    return problemSchema;
  }

  @Public()
  @Get('schemas/plan.json')
  @ApiOkResponse({ schema: { type: 'object' } })
  @ApiOperation({ operationId: 'getPlanSchema', summary: 'JSON Schema of a plan' })
  planSchema(): object {
    return planSchema;
  }
}

/**
 * A JSON body arrives unparsed, because parsing whole months would block other requests; any other body is no problem.
 */
function bytesOf(body: unknown): Uint8Array {
  return body instanceof Uint8Array ? body : Buffer.from('{}');
}
