import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../../kernel/clock.ts';
import type { VisitId } from '../../kernel/id.ts';
import { dayIn } from '../../kernel/month.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';
import { Documents, fileFormat, Letterheads, type OfficialDocument, sendFile } from '../../modules/documents/index.ts';
import { OpenForm, referenceOf, type SubmissionId } from '../../modules/evaluations/index.ts';
import { Allows } from '../../platform/http/access.ts';
import { actorOf } from '../../platform/http/actor-of.ts';
import { ApiExcludeController } from '../../platform/http/api-description.ts';
import { blankForm } from './blank-form.ts';
import { formCopy } from './form-copy.ts';
import { SubmissionScreenReadModel } from './submission-screen-read-model.ts';

/** Forms on paper: a copy of one that was sent, and an empty one for who writes by hand. */
@ApiExcludeController()
@Controller()
export class FormDocumentsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly screens: SubmissionScreenReadModel,
    private readonly openForm: OpenForm,
    private readonly letterheads: Letterheads,
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
    const content = await this.work.run(async () => {
      const screen = await this.screens.read(id, actorOf(request), 'signs');
      const letterhead = await this.letterheads.get();
      return formCopy(screen, letterhead, dayIn(letterhead.timeZone, this.clock.now()));
    });
    await this.send(response, content, `phieu-${referenceOf(id)}`, format);
  }

  @Allows('form.write')
  @Get('my/visits/:visitId/blank-form/:format')
  async blank(
    @Param('visitId', ParseUUIDPipe) visitId: VisitId,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    const content = await this.work.run(async () => {
      const opened = await this.openForm.execute(visitId);
      return blankForm(opened, await this.letterheads.get());
    });
    await this.send(response, content, 'phieu-du-sinh-hoat', format);
  }

  /** Rendering takes a second and holds no transaction. */
  private async send(response: Response, content: OfficialDocument, name: string, text: string): Promise<void> {
    const format = fileFormat(text);
    const bytes = await (format === 'pdf' ? this.documents.renderPdf(content) : this.documents.renderDocx(content));
    sendFile(response, { name: `${name}.${format}`, bytes });
  }
}
