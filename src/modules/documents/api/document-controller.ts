import type { DocumentId } from '../../../kernel/id.ts';
import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../../platform/http/api-description.ts';
import type { Response } from 'express';
import { Allows } from '../../../platform/http/access.ts';
import { DocumentRegister } from '../infra/document-register.ts';
import { sendDocument } from './send-document.ts';

@ApiExcludeController()
@Controller('documents')
export class DocumentController {
  constructor(private readonly register: DocumentRegister) {}

  @Allows('document.read')
  @Get(':id/:format')
  async file(
    @Param('id', ParseUUIDPipe) id: DocumentId,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendDocument(this.register, id, format, response);
  }
}
