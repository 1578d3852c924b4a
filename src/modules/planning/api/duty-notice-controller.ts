import type { DocumentId } from '../../../kernel/id.ts';
import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.ts';
import { actorOf } from '../../../platform/http/actor-of.ts';
import { Allows } from '../../../platform/http/access.ts';
import { ApiExcludeController } from '../../../platform/http/api-description.ts';
import type { Page } from '../../../platform/http/page.ts';
import { documentPage, DocumentRegister, sendCopy, sendDocument, SignedCopyFiles } from '../../documents/index.ts';
import { Plans } from '../infra/repositories/plans.ts';

/** Duty notices for the people who are assigned in them. */
@ApiExcludeController()
@Controller('my/notices')
export class DutyNoticeController {
  constructor(
    private readonly plans: Plans,
    private readonly register: DocumentRegister,
    private readonly copies: SignedCopyFiles,
  ) {}

  @Allows('visit.answer')
  @Get(':id/html')
  async page(@Param('id', ParseUUIDPipe) id: DocumentId, @Req() request: Request): Promise<Page> {
    await this.mustBeOrdered(id, request);
    const base = `/my/notices/${id}`;
    const isSigned = (await this.copies.lastVersion(id)) !== null;
    return documentPage(await this.register.contentOf(id), base, isSigned ? `${base}/signed` : null);
  }

  /** As it was signed; the last copy that was kept. */
  @Allows('visit.answer')
  @Get(':id/signed')
  async signed(
    @Param('id', ParseUUIDPipe) id: DocumentId,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.mustBeOrdered(id, request);
    sendCopy(response, await this.copies.get(id));
  }

  @Allows('visit.answer')
  @Get(':id/:format')
  async file(
    @Param('id', ParseUUIDPipe) id: DocumentId,
    @Param('format') format: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.mustBeOrdered(id, request);
    await sendDocument(this.register, id, format, response);
  }

  /** @throws DomainError http.not_allowed */
  private async mustBeOrdered(id: DocumentId, request: Request): Promise<void> {
    const { specialistId } = actorOf(request);
    if (specialistId === null || !(await this.plans.isOrderedBy(specialistId, id))) {
      throw new DomainError('http.not_allowed', {});
    }
  }
}
