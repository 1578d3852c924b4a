import { Module } from '@nestjs/common';
import { AuditModule } from '../../modules/audit/wiring.ts';
import { EvaluationsModule } from '../../modules/evaluations/wiring.ts';
import { RubricScreenReadModel } from '../rubrics/rubric-screen-read-model.ts';
import { TemplateDraftPageController } from './template-draft-page-controller.ts';
import { TemplatesPageController } from './templates-page-controller.ts';

@Module({
  imports: [AuditModule, EvaluationsModule],
  // The draft's addresses begin with a word where others have a code.
  controllers: [TemplateDraftPageController, TemplatesPageController],
  providers: [RubricScreenReadModel],
})
export class TemplatePagesModule {}
