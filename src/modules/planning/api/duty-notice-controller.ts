import type { DocumentId } from '../../../kernel/id.ts';
import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import { actorOf } from '../../../platform/http/actor-of.ts';
import { Allows } from '../../../platform/http/access.ts';
import { ApiExcludeController } from '../../../platform/http/api-description.ts';
import { DocumentRegister, sendDocument } from '../../documents/index.ts';
import { Plans } from '../infra/repositories/plans.ts';

/** Duty notices for the people who are assigned in them. */
@ApiExcludeController()
@Controller('my/notices')
export class DutyNoticeController {
  constructor(
    private readonly plans: Plans,
    private readonly register: DocumentRegister,
  ) {}

  @Allows('visit.answer')
  @Get(':id/:format')
  async file(
    @Param('id', ParseUUIDPipe) id: DocumentId,
    @Param('format') format: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { specialistId } = actorOf(request);
    if (specialistId === null || !(await this.plans.isOrderedBy(specialistId, id))) {
      throw new DomainError('http.not_allowed', {});
    }
    await sendDocument(this.register, id, format, response);
  }
}
