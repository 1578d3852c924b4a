import { Module, type OnModuleInit } from '@nestjs/common';
import { PostgresEvents } from '../../platform/events/postgres-events.ts';
import { PostgresJobs } from '../../platform/jobs/postgres-jobs.ts';
import { AuditModule } from '../audit/wiring.ts';
import { DocumentRegister } from '../documents/index.ts';
import { DocumentsModule } from '../documents/wiring.ts';
import { EvaluationsModule } from '../evaluations/wiring.ts';
import { IdentityModule } from '../identity/wiring.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { PolicyParts } from '../policies/index.ts';
import { PoliciesModule } from '../policies/wiring.ts';
import { CompileBriefing } from './application/compile-briefing.ts';
import { EditBriefing } from './application/edit-briefing.ts';
import { FreezeBriefing } from './application/freeze-briefing.ts';
import { BriefingIssue } from './application/ports.ts';
import { BriefingInputReadModel } from './infra/briefing-input-read-model.ts';
import type {} from './application/render-job.ts';
import { BriefingMails } from './infra/briefing-mails.ts';
import { BriefingPolicies } from './infra/repositories/briefing-policies.ts';
import { Briefings } from './infra/repositories/briefings.ts';
import { DraftPreview } from './infra/draft-preview.ts';
import { RegisteredBriefingIssue } from './infra/registered-briefing-issue.ts';
import { BriefingController } from './api/briefing-controller.ts';

@Module({
  imports: [AuditModule, DocumentsModule, EvaluationsModule, IdentityModule, NotificationsModule, PoliciesModule],
  controllers: [BriefingController],
  providers: [
    BriefingPolicies,
    BriefingInputReadModel,
    BriefingMails,
    Briefings,
    { provide: BriefingIssue, useClass: RegisteredBriefingIssue },
    CompileBriefing,
    EditBriefing,
    FreezeBriefing,
    DraftPreview,
  ],
  exports: [Briefings, CompileBriefing, DraftPreview, EditBriefing, FreezeBriefing],
})
export class BriefingsModule implements OnModuleInit {
  constructor(
    private readonly jobs: PostgresJobs,
    private readonly events: PostgresEvents,
    private readonly register: DocumentRegister,
    private readonly mails: BriefingMails,
    private readonly parts: PolicyParts,
    private readonly policies: BriefingPolicies,
  ) {}

  onModuleInit(): void {
    this.parts.add(this.policies);
    this.events.on('briefing.frozen', 'briefing.mail_leaders', ({ facts }) => this.mails.mailLeaders(facts));
    // Both files are rendered before anybody asks for them.
    this.events.on('briefing.frozen', 'briefing.order_files', ({ facts: { documentId } }) =>
      this.jobs.enqueue('briefing.render', { documentId }, { key: documentId }),
    );
    this.jobs.handle('briefing.render', 'work', async ({ documentId }) => {
      await this.register.file(documentId, 'pdf');
      await this.register.file(documentId, 'docx');
    });
  }
}
