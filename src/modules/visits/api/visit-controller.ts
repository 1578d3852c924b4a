import type { VisitId } from '../../../kernel/id.ts';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import { month } from '../../../kernel/month.ts';
import { actorOf } from '../../../platform/http/actor-of.ts';
import { Allows } from '../../../platform/http/access.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { AnswerVisit } from '../application/answer-visit.ts';
import { CallOffMeeting } from '../application/call-off-meeting.ts';
import type {} from '../errors.ts';
import { BranchBriefReadModel } from '../infra/branch-brief-read-model.ts';
import { VisitsReadModel } from '../infra/visits-read-model.ts';
import {
  AcceptedReply,
  DeclineRequest,
  MyVisitsQuery,
  MyVisitsReply,
  NotHeldRequest,
  StandInRequest,
  VisitBriefReply,
  VisitReply,
} from './visit.dto.ts';

const IF_MATCH = { name: 'If-Match', required: true, description: 'The revision that was looked at, such as "1"' };

@ApiTags('visits')
@Controller('api/v1')
export class VisitController {
  constructor(
    private readonly reader: VisitsReadModel,
    private readonly briefs: BranchBriefReadModel,
    private readonly answer: AnswerVisit,
    private readonly callOff: CallOffMeeting,
  ) {}

  @Allows('visit.answer')
  @Get('my/visits')
  @ApiOperation({ operationId: 'listMyVisits', summary: 'The visits of whoever asks, in the order of their days' })
  @ApiOkResponse({ type: MyVisitsReply })
  async mine(@Query() query: MyVisitsQuery, @Req() request: Request): Promise<MyVisitsReply> {
    const { specialistId } = actorOf(request);
    if (specialistId === null) return { visits: [] };
    const lines = await this.reader.listOf(specialistId, query.month === undefined ? null : month(query.month));
    return { visits: lines.map((line) => VisitReply.of(line, actorOf(request))) };
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
    return VisitBriefReply.brief(line, await this.briefs.of(line), actorOf(request));
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
    return this.answered(id, request, response);
  }

  @Allows('visit.answer')
  @Post('my/visits/acceptance')
  @HttpCode(200)
  @ApiOperation({ operationId: 'acceptMyVisits', summary: 'Accept all that wait for an answer and are not over' })
  @ApiOkResponse({ type: AcceptedReply })
  async acceptAll(@Query() query: MyVisitsQuery): Promise<AcceptedReply> {
    return { accepted: await this.answer.acceptAll(query.month === undefined ? null : month(query.month)) };
  }

  @Allows('visit.report')
  @Post('visits/:id/decline')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOperation({
    operationId: 'declineVisit',
    summary: 'Say that somebody cannot go there, or could not once the meeting has begun, and why',
  })
  @ApiOkResponse({ type: VisitReply })
  async decline(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Body() { reason, kind = 'other' }: DeclineRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VisitReply> {
    await this.answer.decline(id, revisionSeen(request), { reason, kind });
    return this.answered(id, request, response);
  }

  @Allows('visit.report')
  @Post('visits/:id/not-held')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOperation({
    operationId: 'reportNotHeld',
    summary: 'Say that the branch did not meet; true for all who go there',
  })
  @ApiOkResponse({ type: VisitReply })
  async notHeld(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Body() { reason }: NotHeldRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VisitReply> {
    await this.callOff.execute(id, revisionSeen(request), reason);
    return this.answered(id, request, response);
  }

  @Allows('visit.report')
  @Post('visits/:id/take-back')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOperation({
    operationId: 'takeBackAnswer',
    summary: 'Take back that somebody does not go, or that there is no meeting',
  })
  @ApiOkResponse({ type: VisitReply })
  async takeBack(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VisitReply> {
    await this.answer.takeBack(id, revisionSeen(request));
    return this.answered(id, request, response);
  }

  @Allows('visit.report')
  @Put('visits/:id/stand-in')
  @ApiHeader(IF_MATCH)
  @ApiOperation({ operationId: 'nameStandIn', summary: 'Say who may send the form instead' })
  @ApiOkResponse({ type: VisitReply })
  async standIn(
    @Param('id', ParseUUIDPipe) id: VisitId,
    @Body() { specialistId }: StandInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VisitReply> {
    await this.answer.nameStandIn(id, revisionSeen(request), specialistId);
    return this.answered(id, request, response);
  }

  private async answered(id: VisitId, request: Request, response: Response): Promise<VisitReply> {
    const line = await this.reader.get(id);
    showRevision(response, line.revision);
    return VisitReply.of(line, actorOf(request));
  }
}
