import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/wiring.ts';
import { DocumentController } from './api/document-controller.ts';
import { KeepSignedCopy } from './application/keep-signed-copy.ts';
import { Documents } from './application/documents.ts';
import { DocumentRegister } from './infra/document-register.ts';
import { Letterheads } from './infra/letterheads.ts';
import { SignedCopies } from './infra/repositories/signed-copies.ts';
import { SignedCopyFiles } from './infra/signed-copy-files.ts';
import { RenderedDocuments } from './infra/rendered-documents.ts';

@Module({
  imports: [AuditModule],
  controllers: [DocumentController],
  providers: [
    { provide: Documents, useClass: RenderedDocuments },
    DocumentRegister,
    Letterheads,
    SignedCopies,
    SignedCopyFiles,
    KeepSignedCopy,
  ],
  exports: [Documents, DocumentRegister, Letterheads, SignedCopies, SignedCopyFiles, KeepSignedCopy],
})
export class DocumentsModule {}
