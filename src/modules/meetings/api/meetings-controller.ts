import type { MeetingId } from '../../../kernel/id.ts';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { monthParam } from '../../../platform/http/month-param.ts';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import type { Month } from '../../../kernel/month.ts';
import { dayParam } from '../../../platform/http/day-param.ts';
import { Allows } from '../../../platform/http/access.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { AddMeeting } from '../application/add-meeting.ts';
import { CancelMeeting } from '../application/cancel-meeting.ts';
import { MakeCalendar } from '../application/make-calendar.ts';
import { MoveMeeting } from '../application/move-meeting.ts';
import { EditMeetings } from '../application/edit-meetings.ts';
import { type MeetingMove, MoveMeetings } from '../application/move-meetings.ts';
import { RemoveMeeting } from '../application/remove-meeting.ts';
import { TakeBackChange } from '../application/take-back-change.ts';
import { TellBranches } from '../application/tell-branches.ts';
import type { CalendarChangeId } from '../domain/calendar-change.ts';
import { MonthCalendarReadModel } from '../infra/month-calendar-read-model.ts';
import type {} from '../errors.ts';
import { occasionAfter } from './meeting-body.dto.ts';
import {
  CalendarReply,
  ChangedMeetingsReply,
  EditsRequest,
  MeetingChange,
  meetingReply,
  MeetingReply,
  MeetingRequest,
  MeetingsReply,
  type MoveRequest,
  MovesRequest,
  TakenBackReply,
  ToldBranchesReply,
} from './meeting.dto.ts';

@ApiTags('meetings')
@Controller('api/v1/months/:month/meetings')
export class MeetingsController {
  constructor(
    private readonly calendar: MonthCalendarReadModel,
    private readonly makeCalendar: MakeCalendar,
    private readonly addMeeting: AddMeeting,
    private readonly moveMeeting: MoveMeeting,
    private readonly cancelMeeting: CancelMeeting,
    private readonly moveMeetings: MoveMeetings,
    private readonly editMeetings: EditMeetings,
    private readonly removeMeeting: RemoveMeeting,
    private readonly takeBackChange: TakeBackChange,
    private readonly tellBranches: TellBranches,
  ) {}

  @Allows('calendar.read')
  @Get()
  @ApiOkResponse({ type: MeetingsReply })
  @ApiOperation({ operationId: 'listMeetings', summary: 'The calendar of a month, in order of time' })
  async list(@Param('month') month: string, @Req() request: Request): Promise<MeetingsReply> {
    const meetings = await this.calendar.list(monthParam(month));
    return { items: meetings.map((meeting) => meetingReply(meeting, zoneOf(request))) };
  }

  @Allows('calendar.edit')
  @Post('make')
  @HttpCode(200)
  @ApiOkResponse({ type: CalendarReply })
  @ApiOperation({
    operationId: 'makeCalendar',
    summary: 'Make the calendar from the branches’ rules, or bring it up to date; edits stay',
  })
  make(@Param('month') month: string): Promise<CalendarReply> {
    return this.makeCalendar.execute(monthParam(month));
  }

  @Allows('calendar.edit')
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOperation({ operationId: 'clearCalendar', summary: 'Empty the calendar of a month that is not published' })
  async clear(@Param('month') month: string): Promise<void> {
    await this.makeCalendar.clear(monthParam(month));
  }

  @Allows('calendar.edit')
  @Post()
  @ApiCreatedResponse({ type: MeetingReply })
  @ApiOperation({ operationId: 'addMeeting', summary: 'Add a meeting that no rule foresees' })
  async add(
    @Param('month') month: string,
    @Body() { place = '', note = '', ...meeting }: MeetingRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeetingReply> {
    const given = { ...meeting, day: dayParam(meeting.day, '/day'), place, note };
    const { id } = await this.addMeeting.execute(monthParam(month), given);
    return this.reply(monthParam(month), id, request, response);
  }

  @Allows('calendar.edit')
  @Post('moves')
  @HttpCode(200)
  @ApiOkResponse({ type: ChangedMeetingsReply })
  @ApiOperation({
    operationId: 'moveMeetings',
    summary: 'Move many meetings to other days at once, all or none; the same moves again change nothing',
  })
  async moveMany(
    @Param('month') text: string,
    @Body() { moves }: MovesRequest,
    @Req() request: Request,
  ): Promise<ChangedMeetingsReply> {
    const month = monthParam(text);
    const changeId = await this.moveMeetings.execute(month, movesIn(moves));
    return this.changed(month, changeId, moves, request);
  }

  @Allows('calendar.edit')
  @Post('edits')
  @HttpCode(200)
  @ApiOkResponse({ type: ChangedMeetingsReply })
  @ApiOperation({
    operationId: 'editMeetings',
    summary: 'Give many meetings one hour, duration, place or kind, all or none; the same again changes nothing',
  })
  async editMany(
    @Param('month') text: string,
    @Body() { meetings, ...edit }: EditsRequest,
    @Req() request: Request,
  ): Promise<ChangedMeetingsReply> {
    const month = monthParam(text);
    return this.changed(month, await this.editMeetings.execute(month, meetings, edit), meetings, request);
  }

  @Allows('calendar.edit')
  @Post('changes/:changeId/take-back')
  @HttpCode(200)
  @ApiOkResponse({ type: TakenBackReply })
  @ApiOperation({
    operationId: 'takeBackCalendarChange',
    summary: 'Undo a change of many meetings or a removal; what was edited since stays. Again changes nothing',
  })
  async takeBack(@Param('month') month: string, @Param('changeId') id: CalendarChangeId): Promise<TakenBackReply> {
    return (await this.takeBackChange.execute(monthParam(month), id)) ?? { back: 0, kept: 0 };
  }

  @Allows('calendar.edit')
  @Post('changes/:changeId/tell')
  @HttpCode(200)
  @ApiOkResponse({ type: ToldBranchesReply })
  @ApiOperation({
    operationId: 'tellBranchesOfChange',
    summary: 'Mail the secretaries of branches that a change, or its being taken back, moved. Again sends nothing',
  })
  async tell(@Param('month') month: string, @Param('changeId') id: CalendarChangeId): Promise<ToldBranchesReply> {
    return { told: (await this.tellBranches.execute(monthParam(month), id)) ?? 0 };
  }

  @Allows('calendar.edit')
  @Delete(':id')
  @HttpCode(204)
  @ApiHeader({ name: 'If-Match', required: true, description: 'The entity tag that the editor saw' })
  @ApiNoContentResponse()
  @ApiOperation({
    operationId: 'removeMeeting',
    summary: 'Remove a meeting that was added by hand; one that a rule foresees is cancelled instead. Again is once',
  })
  async remove(@Param('month') month: string, @Param('id') id: MeetingId, @Req() request: Request): Promise<void> {
    await this.removeMeeting.execute(monthParam(month), id, revisionSeen(request));
  }

  @Allows('calendar.read')
  @Get(':id')
  @ApiOkResponse({ type: MeetingReply })
  @ApiOperation({ operationId: 'getMeeting', summary: 'One meeting, with its entity tag' })
  get(
    @Param('month') month: string,
    @Param('id') id: MeetingId,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeetingReply> {
    return this.reply(monthParam(month), id, request, response);
  }

  @Allows('calendar.edit')
  @Patch(':id')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The entity tag that the editor saw' })
  @ApiOkResponse({ type: MeetingReply })
  @ApiOperation({ operationId: 'changeMeeting', summary: 'Move, cancel or restore a meeting, or change its kind' })
  async change(
    @Param('month') text: string,
    @Param('id') id: MeetingId,
    @Body() change: MeetingChange,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeetingReply> {
    const month = monthParam(text);
    const revision = revisionSeen(request);
    const now = await this.calendar.get(month, id);
    const { state, note } = change;
    if (state === 'cancelled') await this.cancelMeeting.execute(month, id, revision, note ?? now.note);
    else if (state === 'scheduled' && (now.state === 'cancelled' || !saysMore(change)))
      await this.cancelMeeting.undo(month, id, revision);
    else
      await this.moveMeeting.execute(month, id, revision, {
        ...occasionAfter(change, now, zoneOf(request)),
        kind: change.kind ?? now.kind,
      });
    return this.reply(month, id, request, response);
  }

  private async changed(
    month: Month,
    changeId: CalendarChangeId | null,
    asked: readonly { readonly id: MeetingId }[],
    request: Request,
  ): Promise<ChangedMeetingsReply> {
    const ids = new Set(asked.map(({ id }) => id));
    const meetings = (await this.calendar.list(month)).filter(({ id }) => ids.has(id));
    return { changeId, items: meetings.map((meeting) => meetingReply(meeting, zoneOf(request))) };
  }

  private async reply(month: Month, id: MeetingId, request: Request, response: Response): Promise<MeetingReply> {
    const meeting = await this.calendar.get(month, id);
    showRevision(response, meeting.revision);
    return meetingReply(meeting, zoneOf(request));
  }
}

/** @throws DomainError input.invalid for the 31st of a shorter month */
function movesIn(moves: readonly MoveRequest[]): MeetingMove[] {
  return moves.map(({ id, revision, day: text }, index) => ({
    id,
    revision,
    day: dayParam(text, `/moves/${index}/day`),
  }));
}

/** Whether a change contains more than that the meeting takes place. */
function saysMore({ day, time, minutes, place, note, kind }: MeetingChange): boolean {
  return [day, time, minutes, place, note, kind].some((value) => value !== undefined);
}

/** Routes of this controller require a session, so there is a committee. */
function zoneOf({ session }: Request): string {
  return session?.committee.timeZone ?? 'UTC';
}
