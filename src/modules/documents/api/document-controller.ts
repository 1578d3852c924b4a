import type { DocumentId } from '../../../kernel/id.ts';
import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../../platform/http/api-description.ts';
import type { Response } from 'express';
import { Allows } from '../../../platform/http/access.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { DocumentRegister, type FileFormat } from '../infra/document-register.ts';

const TYPES: Record<FileFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

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
    if (format !== 'pdf' && format !== 'docx') throw new DomainError('http.not_found', {});
    const { name, bytes } = await this.register.file(id, format);
    response
      .type(TYPES[format])
      .setHeader('Content-Disposition', `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`)
      .setHeader('Cache-Control', 'private, max-age=31536000, immutable')
      .send(Buffer.from(bytes));
  }
}
