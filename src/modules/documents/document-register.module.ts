import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../platform/documents/index.ts';
import { AuditModule } from '../audit/wiring.ts';
import { DocumentRegister } from './infra/document-register.ts';
import { Letterheads } from './infra/letterheads.ts';
import { DocumentController } from './api/document-controller.ts';

@Module({
  imports: [DocumentsModule, AuditModule],
  controllers: [DocumentController],
  providers: [DocumentRegister, Letterheads],
  exports: [DocumentRegister, Letterheads],
})
export class DocumentRegisterModule {}
