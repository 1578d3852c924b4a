import { Module, type OnModuleInit } from '@nestjs/common';
import { DocumentsModule } from '../../platform/documents/index.ts';
import { PgJobs } from '../../platform/jobs/pg-jobs.ts';
import { AuditModule } from '../audit/index.ts';
import { type DocumentId, DocumentRegister, DocumentRegisterModule } from '../documents/index.ts';
import { EvaluationsModule } from '../evaluations/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { NotificationsModule } from '../notifications/index.ts';
import { PlanningModule } from '../planning/index.ts';
import { CompileBriefing } from './application/compile-briefing.ts';
import { EditBriefing } from './application/edit-briefing.ts';
import { FreezeBriefing } from './application/freeze-briefing.ts';
import { BriefingFacts, BriefingOffice, Briefings } from './application/ports.ts';
import { BriefingDesks } from '../../pages/briefing/briefing-screen-read-model.ts';
import { DraftPreview } from './infra/draft-preview.ts';
import { OfficialBriefingOffice } from './infra/official-briefing-office.ts';
import { PgBriefings } from './infra/pg-briefings.ts';
import { SqlBriefingFacts } from './infra/sql-briefing-facts.ts';
import { BriefingController } from './api/briefing-controller.ts';
import { BriefingPageController } from '../../pages/briefing/briefing-page-controller.ts';

@Module({
  imports: [
    AuditModule,
    DocumentsModule,
    DocumentRegisterModule,
    EvaluationsModule,
    IdentityModule,
    NotificationsModule,
    PlanningModule,
  ],
  controllers: [BriefingController, BriefingPageController],
  providers: [
    { provide: BriefingFacts, useClass: SqlBriefingFacts },
    { provide: Briefings, useClass: PgBriefings },
    { provide: BriefingOffice, useClass: OfficialBriefingOffice },
    CompileBriefing,
    EditBriefing,
    FreezeBriefing,
    BriefingDesks,
    DraftPreview,
  ],
  exports: [CompileBriefing, FreezeBriefing, Briefings],
})
export class BriefingsModule implements OnModuleInit {
  constructor(
    private readonly jobs: PgJobs,
    private readonly register: DocumentRegister,
  ) {}

  /** Both files are there before anybody asks for them. */
  onModuleInit(): void {
    this.jobs.handle('briefing.render', 'work', async ({ documentId }) => {
      await this.register.file(documentId as DocumentId, 'pdf');
      await this.register.file(documentId as DocumentId, 'docx');
    });
  }
}
