import { Controller, Get, Param, ParseUUIDPipe, Req } from '@nestjs/common';
import type { Request } from 'express';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { Roles } from '../../platform/http/access.ts';
import { Fragment, Page } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import { MonthDesk } from './month-screen-read-model.ts';
import { meetingPage } from './build-meeting-page.ts';

@ApiExcludeController()
@Controller('meetings')
export class MeetingController {
  constructor(private readonly desk: MonthDesk) {}

  @Roles('board', 'leader')
  @Get(':id')
  async show(@Param('id', ParseUUIDPipe) id: string, @Req() request: Request): Promise<Page | Fragment> {
    const month = await this.desk.monthOf(id);
    const model = month && meetingPage(await this.desk.read(month), id);
    if (!model) throw new DomainError('http.not_found', {});
    return wantsFragment(request, 'meeting-why') ? new Fragment('meeting-why', model) : new Page('meeting', model);
  }
}
