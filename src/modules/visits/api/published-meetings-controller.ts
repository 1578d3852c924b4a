import { Body, Controller, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { MeetingId } from '../../../kernel/id.ts';
import { instantOf, type Month } from '../../../kernel/month.ts';
import { Allows } from '../../../platform/http/access.ts';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { MeetingMoveRequest, MonthCalendarReadModel, occasionAfter } from '../../meetings/index.ts';
import { CallOffMeeting } from '../application/call-off-meeting.ts';
import { MoveVisitedMeeting } from '../application/move-visited-meeting.ts';
import { TouchedVisitsReadModel } from '../infra/touched-visits-read-model.ts';
import {
  CallOffRequest,
  MoveEffectsReply,
  PublishedMeetingChange,
  PublishedMeetingReply,
  publishedMeetingReply,
} from './published-meeting.dto.ts';
import { touchReply } from './touched-visit.dto.ts';

const IF_MATCH = { name: 'If-Match', required: true, description: 'The entity tag of the meeting that the editor saw' };
const MINUTE_MS = 60_000;

/** Meetings to which people have been sent; part of this module, because their visits change with them. */
@ApiTags('visits')
@Allows('calendar.edit')
@Controller('api/v1/months/:month/published-meetings/:id')
export class PublishedMeetingsController {
  constructor(
    private readonly calendar: MonthCalendarReadModel,
    private readonly moveMeeting: MoveVisitedMeeting,
    private readonly callOff: CallOffMeeting,
    private readonly touched: TouchedVisitsReadModel,
  ) {}

  @Post('move-effects')
  @HttpCode(200)
  @ApiOkResponse({ type: MoveEffectsReply })
  @ApiOperation({ operationId: 'lookAtMove', summary: 'What moving a published meeting would hit; nothing is changed' })
  async effects(
    @Param('month') month: string,
    @Param('id') id: MeetingId,
    @Body() body: MeetingMoveRequest,
    @Req() request: Request,
  ): Promise<MoveEffectsReply> {
    const to = occasionAfter(body, await this.calendar.get(monthParam(month), id), zoneOf(request));
    const startsAt = instantOf(to.day, to.time, zoneOf(request));
    const endsAt = new Date(startsAt.getTime() + to.minutes * MINUTE_MS);
    const move = { meetingId: id, startsAt, endsAt, isElsewhere: to.place !== '' };
    const { going, touched } = await this.touched.ifMoved(move);
    return { going: going.map(({ name }) => name), touched: touched.map(touchReply) };
  }

  @Patch()
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: PublishedMeetingReply })
  @ApiOperation({
    operationId: 'movePublishedMeeting',
    summary:
      'Move a meeting of a published month, or change its kind; whoever goes there is told by mail. The same again is once',
  })
  async move(
    @Param('month') text: string,
    @Param('id') id: MeetingId,
    @Body() body: PublishedMeetingChange,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PublishedMeetingReply> {
    const month = monthParam(text);
    const to = occasionAfter(body, await this.calendar.get(month, id), zoneOf(request));
    await this.moveMeeting.execute(month, id, revisionSeen(request), { ...to, ...(body.kind && { kind: body.kind }) });
    return this.reply(month, id, response);
  }

  @Post('call-off')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: PublishedMeetingReply })
  @ApiOperation({
    operationId: 'callOffPublishedMeeting',
    summary: 'Cancel a meeting of a published month; whoever was to go is told that they need not',
  })
  async cancel(
    @Param('month') text: string,
    @Param('id') id: MeetingId,
    @Body() { reason }: CallOffRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PublishedMeetingReply> {
    const month = monthParam(text);
    await this.calendar.get(month, id);
    await this.callOff.ofMeeting(month, id, revisionSeen(request), reason);
    return this.reply(month, id, response);
  }

  @Post('take-back')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: PublishedMeetingReply })
  @ApiOperation({
    operationId: 'restorePublishedMeeting',
    summary: 'The meeting takes place after all, and its visits are as they were',
  })
  async restore(
    @Param('month') text: string,
    @Param('id') id: MeetingId,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PublishedMeetingReply> {
    const month = monthParam(text);
    await this.calendar.get(month, id);
    await this.callOff.undoOfMeeting(month, id, revisionSeen(request));
    return this.reply(month, id, response);
  }

  private async reply(month: Month, id: MeetingId, response: Response): Promise<PublishedMeetingReply> {
    const meeting = await this.calendar.get(month, id);
    showRevision(response, meeting.revision);
    return publishedMeetingReply(
      meeting,
      (await this.touched.goingTo(id)).map(({ name }) => name),
    );
  }
}

/** Routes of this controller require a session, so there is a committee. */
function zoneOf({ session }: Request): string {
  return session?.committee.timeZone ?? 'UTC';
}
