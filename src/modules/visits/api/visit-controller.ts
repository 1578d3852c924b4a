import type { VisitId } from '../../../kernel/id.ts';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import { month } from '../../../kernel/month.ts';
import { actorOf } from '../../../platform/http/actor-of.ts';
import { Allows } from '../../../platform/http/access.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { AnswerVisit } from '../application/answer-visit.ts';
import type {} from '../errors.ts';
import { BranchBriefReadModel } from '../infra/branch-brief-read-model.ts';
import { VisitsReadModel } from '../infra/visits-read-model.ts';
import { DeclineRequest, MyVisitsQuery, MyVisitsReply, VisitBriefReply, VisitReply } from './visit.dto.ts';

const IF_MATCH = { name: 'If-Match', required: true, description: 'The revision that was looked at, such as "1"' };

@ApiTags('visits')
@Controller('api/v1')
export class VisitController {
  constructor(
    private readonly reader: VisitsReadModel,
    private readonly briefs: BranchBriefReadModel,
    private readonly answer: AnswerVisit,
  ) {}

  @Allows('visit.answer')
  @Get('my/visits')
  @ApiOperation({ operationId: 'listMyVisits', summary: 'The visits of whoever asks, in the order of their days' })
  @ApiOkResponse({ type: MyVisitsReply })
  async mine(@Query() query: MyVisitsQuery, @Req() request: Request): Promise<MyVisitsReply> {
    const { specialistId } = actorOf(request);
    if (specialistId === null) return { visits: [] };
    const lines = await this.reader.listOf(specialistId, query.month === undefined ? null : month(query.month));
    return { visits: lines.map((line) => VisitReply.of(line)) };
  }

  @Allows('visit.read')
  @Get('visits/:id')
  @ApiOperation({ operationId: 'getVisit', summary: 'One visit with its brief: earlier visits, findings, weak fields' })
  @ApiOkResponse({ type: VisitBriefReply, headers: { ETag: { schema: { type: 'string' } } } })
  async get(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VisitBriefReply> {
    const line = await this.reader.getFor(actorOf(request), id);
    showRevision(response, line.revision);
    return VisitBriefReply.brief(line, await this.briefs.of(line));
  }

  @Allows('visit.answer')
  @Post('visits/:id/accept')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOperation({ operationId: 'acceptVisit', summary: 'Say that one goes there' })
  @ApiOkResponse({ type: VisitReply })
  async accept(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VisitReply> {
    await this.answer.accept(id, revisionSeen(request));
    return this.answered(id, response);
  }

  @Allows('visit.answer')
  @Post('visits/:id/decline')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOperation({ operationId: 'declineVisit', summary: 'Say that one cannot go there, and why' })
  @ApiOkResponse({ type: VisitReply })
  async decline(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Body() { reason }: DeclineRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VisitReply> {
    await this.answer.decline(id, revisionSeen(request), reason);
    return this.answered(id, response);
  }

  private async answered(id: VisitId, response: Response): Promise<VisitReply> {
    const line = await this.reader.get(id);
    showRevision(response, line.revision);
    return VisitReply.of(line);
  }
}
