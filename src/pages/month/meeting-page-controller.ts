import { type MeetingId } from '../../kernel/id.ts';
import { Controller, Get, Param, ParseUUIDPipe, Req } from '@nestjs/common';
import type { Request } from 'express';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { Allows } from '../../platform/http/access.ts';
import { Fragment, Page } from '../../platform/http/page.ts';
import { wantsFragment } from '../../platform/http/request.ts';
import { MonthScreenReadModel } from './month-screen-read-model.ts';
import { buildMeetingPage } from './build-meeting-page.ts';

@ApiExcludeController()
@Controller('meetings')
export class MeetingPageController {
  constructor(private readonly screens: MonthScreenReadModel) {}

  @Allows('calendar.read')
  @Get(':id')
  async show(@Param('id', ParseUUIDPipe) id: MeetingId, @Req() request: Request): Promise<Page | Fragment> {
    const month = await this.screens.monthOf(id);
    const model = month && buildMeetingPage(await this.screens.read(month), id);
    if (!model) throw new DomainError('http.not_found', {});
    return wantsFragment(request, 'meeting-why') ? new Fragment('meeting-why', model) : new Page('meeting', model);
  }
}
