import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { dayParam } from '../../../platform/http/day-param.ts';
import { Allows } from '../../../platform/http/access.ts';
import { ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { ownSpecialist } from './own-specialist.ts';
import { AskAvailability } from '../application/ask-availability.ts';
import { ReplyAvailability } from '../application/reply-availability.ts';
import { AvailabilityReadModel } from '../infra/availability-read-model.ts';
import {
  AskAvailabilityRequest,
  AskedPeopleReply,
  availabilityReply,
  AvailabilityReply,
  ownRoundsReply,
  OwnRoundsReply,
} from './availability.dto.ts';

/** Rounds of availability: everybody is asked on which days of a month they cannot be sent, and replies. */
@ApiTags('availability')
@Controller('api/v1')
export class AvailabilityController {
  constructor(
    private readonly availability: AvailabilityReadModel,
    private readonly askEverybody: AskAvailability,
    private readonly reply: ReplyAvailability,
  ) {}

  @Allows('absence.record')
  @Get('months/:month/availability')
  @ApiOkResponse({ type: AvailabilityReply })
  @ApiOperation({
    operationId: 'getAvailability',
    summary: 'Who has said when they are away in a month, and who has not',
  })
  async show(@Param('month') month: string): Promise<AvailabilityReply> {
    return availabilityReply(await this.availability.of(monthParam(month)));
  }

  @Allows('absence.record')
  @Post('months/:month/availability')
  @HttpCode(200)
  @ApiOkResponse({ type: AskedPeopleReply })
  @ApiOperation({
    operationId: 'askAvailability',
    summary: 'Ask everybody by mail, or remind those who have not answered, or set another last day. Again is once',
  })
  async ask(
    @Param('month') month: string,
    @Body() { until, seen = 0 }: AskAvailabilityRequest,
  ): Promise<AskedPeopleReply> {
    return this.askEverybody.execute(monthParam(month), { until: dayParam(until, '/until'), seen });
  }

  @Allows('absence.tell_own')
  @Get('my/availability')
  @ApiOkResponse({ type: OwnRoundsReply })
  @ApiOperation({ operationId: 'listMyAvailability', summary: 'The months about which whoever asks was asked' })
  async mine(@Req() request: Request): Promise<OwnRoundsReply> {
    return ownRoundsReply(await this.availability.own(ownSpecialist(request)));
  }

  @Allows('absence.tell_own')
  @Post('my/availability/:month')
  @HttpCode(200)
  @ApiOkResponse({ type: OwnRoundsReply })
  @ApiOperation({
    operationId: 'replyAvailability',
    summary: 'Reply that one is away on the days entered, or on none where there are none. Again is once',
  })
  async say(@Param('month') month: string, @Req() request: Request): Promise<OwnRoundsReply> {
    await this.reply.own(monthParam(month), ownSpecialist(request));
    return ownRoundsReply(await this.availability.own(ownSpecialist(request)));
  }
}
