import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../modules/documents/wiring.ts';
import { MonthPagesModule } from '../month/month-pages.module.ts';
import { ExportPageController } from './export-page-controller.ts';
import { MonthExportReadModel } from './month-export-read-model.ts';
import { MonthFiles } from './month-files.ts';
import { MonthFilesController } from './month-files-controller.ts';

@Module({
  imports: [DocumentsModule, MonthPagesModule],
  controllers: [ExportPageController, MonthFilesController],
  providers: [MonthExportReadModel, MonthFiles],
})
export class ExportPagesModule {}
