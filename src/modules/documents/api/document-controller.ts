import type { DocumentId } from '../../../kernel/id.ts';
import { Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../../platform/http/api-description.ts';
import type { Response } from 'express';
import { Allows } from '../../../platform/http/access.ts';
import { Page } from '../../../platform/http/page.ts';
import { DocumentRegister } from '../infra/document-register.ts';
import { SignedCopyFiles } from '../infra/signed-copy-files.ts';
import { documentPage } from './document-page.ts';
import { sendCopy, sendDocument } from './send-document.ts';

@ApiExcludeController()
@Controller('documents')
export class DocumentController {
  constructor(
    private readonly register: DocumentRegister,
    private readonly copies: SignedCopyFiles,
  ) {}

  @Allows('document.read')
  @Get(':id/html')
  async page(@Param('id', ParseUUIDPipe) id: DocumentId): Promise<Page> {
    const version = await this.copies.lastVersion(id);
    const signedHref = version === null ? null : `/documents/${id}/signed/${version}`;
    return documentPage(await this.register.contentOf(id), `/documents/${id}`, signedHref);
  }

  @Allows('document.read')
  @Get(':id/signed/:version')
  async signed(
    @Param('id', ParseUUIDPipe) id: DocumentId,
    @Param('version', ParseIntPipe) version: number,
    @Res() response: Response,
  ): Promise<void> {
    sendCopy(response, await this.copies.get(id, version));
  }

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
