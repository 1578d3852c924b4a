import { Module } from '@nestjs/common';
import { AuditModule } from '../../modules/audit/wiring.ts';
import { DocumentsModule } from '../../modules/documents/wiring.ts';
import { VisitsModule } from '../../modules/visits/wiring.ts';
import { EvaluationsModule } from '../../modules/evaluations/wiring.ts';
import { IdentityModule } from '../../modules/identity/wiring.ts';
import { MonthPagesModule } from '../month/month-pages.module.ts';
import { DeviceKeyController } from './device-key-controller.ts';
import { CorrectionPageController } from './correction-page-controller.ts';
import { FormDocumentsController } from './form-documents-controller.ts';
import { FormDocumentsReadModel } from './form-documents-read-model.ts';
import { FormFilesController } from './form-files-controller.ts';
import { FormPageController } from './form-page-controller.ts';
import { FormsScreenReadModel } from './forms-screen-read-model.ts';
import { MonthFormsPageController } from './month-forms-page-controller.ts';
import { OrdinaryFormsPageController } from './ordinary-forms-page-controller.ts';
import { SubmissionPageController } from './submission-page-controller.ts';
import { SubmissionScreenReadModel } from './submission-screen-read-model.ts';

@Module({
  imports: [AuditModule, DocumentsModule, VisitsModule, EvaluationsModule, IdentityModule, MonthPagesModule],
  controllers: [
    DeviceKeyController,
    CorrectionPageController,
    FormDocumentsController,
    FormFilesController,
    FormPageController,
    OrdinaryFormsPageController,
    MonthFormsPageController,
    SubmissionPageController,
  ],
  providers: [FormDocumentsReadModel, FormsScreenReadModel, SubmissionScreenReadModel],
})
export class FormPagesModule {}
