import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import type { TemplateDraft, TemplateDraftId } from '../domain/template-draft.ts';
import { readTemplateShape } from '../domain/template-validation.ts';
import type {} from '../template-errors.ts';
import { TemplateDrafts } from '../infra/repositories/template-drafts.ts';

/** Changes a draft, or deletes it. What it says may be wrong until it is published; its structure may not. */
@Injectable()
export class SaveTemplateDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: TemplateDrafts,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly clock: Clock,
  ) {}

  /** The same content again does nothing. @throws DomainError template.no_draft, input.invalid, edit.stale */
  execute(id: TemplateDraftId, seen: number, raw: unknown): Promise<TemplateDraft> {
    return this.work.run(async () => {
      const template = readTemplateShape(raw);
      await this.drafts.findForUpdate(id);
      const before = await this.drafts.get(id);
      if (canonicalJson(before.template) === canonicalJson(template)) return before;
      const subject = { kind: 'template_draft', id } as const;
      await this.edits.named(subject, () => mustHaveSeen(seen, before.revision));
      await this.drafts.update({ ...before, template, savedAt: this.clock.now() }, seen);
      this.audit.record({ action: 'template.edited', subject, details: { title: template.title } });
      return this.drafts.get(id);
    });
  }

  /** Deleting it twice has the same result as once. @throws DomainError template.no_draft, edit.stale */
  remove(id: TemplateDraftId, seen: number): Promise<void> {
    return this.work.run(async () => {
      const draft = await this.drafts.findForUpdate(id);
      const subject = { kind: 'template_draft', id } as const;
      if (!draft && (await this.edits.isLast(subject, 'template.deleted'))) return;
      if (!draft) throw new DomainError('template.no_draft', { draftId: id });
      await this.edits.named(subject, () => mustHaveSeen(seen, draft.revision));
      await this.drafts.remove(id);
      this.audit.record({ action: 'template.deleted', subject, details: { title: draft.template.title } });
    });
  }
}
