import { Body, Controller, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { monthParam } from '../../../platform/http/month-param.ts';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '../../../platform/http/api-description.ts';
import type { Request, Response } from 'express';
import { Allows } from '../../../platform/http/access.ts';
import { revisionSeen, showRevision } from '../../../platform/http/versions.ts';
import { CompileBriefing } from '../application/compile-briefing.ts';
import { EditBriefing } from '../application/edit-briefing.ts';
import { FreezeBriefing } from '../application/freeze-briefing.ts';
import { Briefings } from '../infra/repositories/briefings.ts';
import type { MonthBriefing } from '../domain/month-briefing.ts';
import { BriefingReply, PartTextRequest } from './briefing.dto.ts';

const IF_MATCH = { name: 'If-Match', required: true, description: 'The revision that was looked at, such as "1"' };
const OK = {
  type: BriefingReply,
  headers: { ETag: { description: 'The revision', schema: { type: 'string' as const } } },
};

@ApiTags('briefings')
@Controller('api/v1/months/:month/briefing')
export class BriefingController {
  constructor(
    private readonly briefings: Briefings,
    private readonly compileBriefing: CompileBriefing,
    private readonly editBriefing: EditBriefing,
    private readonly freezeBriefing: FreezeBriefing,
  ) {}

  @Allows('briefing.read')
  @Get()
  @ApiOperation({ operationId: 'getBriefing', summary: 'The latest version of a month’s briefing' })
  @ApiOkResponse(OK)
  async get(@Param('month') month: string, @Res({ passthrough: true }) response: Response): Promise<BriefingReply> {
    return reply(await this.briefings.getLatest(monthParam(month)), response);
  }

  @Allows('briefing.edit')
  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'compileBriefing',
    summary: 'Compile the draft from the accepted forms; after a freeze, the next version',
  })
  @ApiOkResponse(OK)
  async compile(@Param('month') month: string, @Res({ passthrough: true }) response: Response): Promise<BriefingReply> {
    return reply(await this.compileBriefing.execute(monthParam(month)), response);
  }

  @Allows('briefing.edit')
  @Put('parts/:partId')
  @ApiHeader(IF_MATCH)
  @ApiOperation({ operationId: 'editBriefingPart', summary: 'Put the board’s own text in the place of a part’s' })
  @ApiOkResponse(OK)
  async edit(
    @Param('month') month: string,
    @Param('partId') partId: string,
    @Body() { text }: PartTextRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BriefingReply> {
    const seen = revisionSeen(request);
    return reply(await this.editBriefing.execute(monthParam(month), partId, text, seen), response);
  }

  @Allows('briefing.freeze')
  @Post('freeze')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @ApiOperation({
    operationId: 'freezeBriefing',
    summary: 'Number the draft and close it; the leaders’ mails and both files are made afterwards',
  })
  @ApiOkResponse(OK)
  async freeze(
    @Param('month') month: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BriefingReply> {
    return reply(await this.freezeBriefing.execute(monthParam(month), revisionSeen(request)), response);
  }
}

function reply(briefing: MonthBriefing, response: Response): BriefingReply {
  showRevision(response, briefing.revision);
  return BriefingReply.of(briefing);
}
