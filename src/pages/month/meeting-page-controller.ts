import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { Roles } from '../../platform/http/access.ts';
import { Page } from '../../platform/http/page.ts';
import { MonthDesk } from './month-screen-read-model.ts';
import { meetingPage } from './build-meeting-page.ts';

@ApiExcludeController()
@Controller('meetings')
export class MeetingController {
  constructor(private readonly desk: MonthDesk) {}

  @Roles('board', 'leader')
  @Get(':id')
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    const month = await this.desk.monthOf(id);
    const model = month && meetingPage(await this.desk.read(month), id);
    if (!model) throw new DomainError('http.not_found', {});
    return new Page('meeting', model);
  }
}
