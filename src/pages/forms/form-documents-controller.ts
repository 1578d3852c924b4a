import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { VisitId } from '../../kernel/id.ts';
import { Documents, fileFormat, type OfficialDocument, sendFile } from '../../modules/documents/index.ts';
import { referenceOf, type SubmissionId } from '../../modules/evaluations/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { FormDocumentsReadModel } from './form-documents-read-model.ts';

/** Forms on paper: a copy of one that was sent, and an empty one to write by hand. */
@ApiExcludeController()
@Controller()
export class FormDocumentsController {
  constructor(
    private readonly forms: FormDocumentsReadModel,
    private readonly documents: Documents,
  ) {}

  @Allows('form.read')
  @Get('submissions/:id/copy/:format')
  async copy(
    @Param('id', ParseUUIDPipe) id: SubmissionId,
    @Param('format') format: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const content = await this.forms.copy(id, actorOf(request));
    await this.send(response, content, `phieu-${referenceOf(id)}`, format);
  }

  /** For who was at a meeting without a visit in the plan, or goes before the plan is published. */
  @Allows('form.read')
  @Get('blank-form/:format')
  async blankOfNoVisit(@Param('format') format: string, @Res() response: Response): Promise<void> {
    await this.send(response, await this.forms.blankOfNoVisit(), 'phieu-du-sinh-hoat-trong', format);
  }

  @Allows('form.write')
  @Get('my/visits/:visitId/blank-form/:format')
  async blank(
    @Param('visitId', ParseUUIDPipe) visitId: VisitId,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.send(response, await this.forms.blank(visitId), 'phieu-du-sinh-hoat', format);
  }

  /** Rendering takes a second and holds no transaction. */
  private async send(response: Response, content: OfficialDocument, name: string, text: string): Promise<void> {
    const format = fileFormat(text);
    const bytes = await (format === 'pdf' ? this.documents.renderPdf(content) : this.documents.renderDocx(content));
    sendFile(response, { name: `${name}.${format}`, bytes });
  }
}
