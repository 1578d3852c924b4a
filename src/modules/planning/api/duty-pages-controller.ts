import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Allows } from '../../../platform/http/access.ts';
import { actorOf } from '../../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../../platform/http/api-description.ts';
import { monthParam } from '../../../platform/http/month-param.ts';
import { fileFormat, sendFile } from '../../documents/index.ts';
import { DutyPreview } from '../infra/duty-preview.ts';
import { PersonalDutyPages } from '../infra/personal-duty-pages.ts';

/** Files of a month's duties: the notice before it is issued, and a page for each person of a published month. */
@ApiExcludeController()
@Controller()
export class DutyPagesController {
  constructor(
    private readonly pages: PersonalDutyPages,
    private readonly preview: DutyPreview,
  ) {}

  /** The duty notice of a draft, as it would be. */
  @Allows('plan.publish')
  @Get('months/:month/duties/notice/:format')
  async draft(
    @Param('month') month: string,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    sendFile(response, await this.preview.notice(monthParam(month), fileFormat(format)));
  }

  @Allows('document.read')
  @Get('months/:month/duty-pages/:format')
  async all(@Param('month') month: string, @Param('format') format: string, @Res() response: Response): Promise<void> {
    sendFile(response, await this.pages.file(monthParam(month), fileFormat(format), null));
  }

  @Allows('visit.answer')
  @Get('my/duty-pages/:month/:format')
  async own(
    @Param('month') month: string,
    @Param('format') format: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { specialistId } = actorOf(request);
    if (specialistId === null) throw new DomainError('http.not_allowed', {});
    sendFile(response, await this.pages.file(monthParam(month), fileFormat(format), specialistId));
  }
}
