import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { DocumentController } from './api/document-controller.ts';
import { Documents } from './application/documents.ts';
import { DocumentRegister } from './infra/document-register.ts';
import { Letterheads } from './infra/letterheads.ts';
import { RenderedDocuments } from './infra/rendered-documents.ts';

@Module({
  imports: [AuditModule],
  controllers: [DocumentController],
  providers: [{ provide: Documents, useClass: RenderedDocuments }, DocumentRegister, Letterheads],
  exports: [Documents, DocumentRegister, Letterheads],
})
export class DocumentsModule {}
