import { Controller, Get, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { may } from '../../kernel/permissions.ts';
import { Allows } from '../../platform/http/access.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { monthParam } from '../../platform/http/month-param.ts';
import { Page } from '../../platform/http/page.ts';
import { AmendmentsScreenReadModel } from './amendments-screen-read-model.ts';
import { buildAmendmentsPage } from './build-amendments-page.ts';

@ApiExcludeController()
@Controller('months/:month/amendments')
export class AmendmentsPageController {
  constructor(private readonly screens: AmendmentsScreenReadModel) {}

  @Allows('plan.read')
  @Get()
  async show(@Param('month') month: string, @Req() request: Request): Promise<Page> {
    const screen = await this.screens.read(monthParam(month));
    const mayAmend = may(request.session?.actor, 'plan.amend');
    return new Page('amendments', buildAmendmentsPage(screen, mayAmend, request.locale));
  }
}
