import { Module } from '@nestjs/common';
import { Documents } from './documents.ts';
import { OfficeDocuments } from './office-documents.ts';

@Module({ providers: [{ provide: Documents, useClass: OfficeDocuments }], exports: [Documents] })
export class DocumentsModule {}
