import { Module } from '@nestjs/common';
import { AuditModule } from '../../modules/audit/wiring.ts';
import { EvaluationsModule } from '../../modules/evaluations/wiring.ts';
import { RubricDraftPageController } from './rubric-draft-page-controller.ts';
import { RubricScreenReadModel } from './rubric-screen-read-model.ts';
import { RubricsPageController } from './rubrics-page-controller.ts';

@Module({
  imports: [AuditModule, EvaluationsModule],
  // The draft's addresses begin with a word where others have a code.
  controllers: [RubricDraftPageController, RubricsPageController],
  providers: [RubricScreenReadModel],
})
export class RubricPagesModule {}
