import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import type { RubricDraft, RubricDraftId } from '../domain/rubric-draft.ts';
import { readRubricShape } from '../domain/rubric-validation.ts';
import type {} from '../rubric-errors.ts';
import { RubricDrafts } from '../infra/repositories/rubric-drafts.ts';

/** Changes a draft, or deletes it. What it says may be wrong until it is published; its structure may not. */
@Injectable()
export class SaveRubricDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: RubricDrafts,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly clock: Clock,
  ) {}

  /** The same content again does nothing. @throws DomainError rubric.no_draft, input.invalid, edit.stale */
  execute(id: RubricDraftId, seen: number, raw: unknown): Promise<RubricDraft> {
    return this.work.run(async () => {
      const rubric = readRubricShape(raw);
      await this.drafts.findForUpdate(id);
      const before = await this.drafts.get(id);
      if (canonicalJson(before.rubric) === canonicalJson(rubric)) return before;
      const subject = { kind: 'rubric_draft', id } as const;
      await this.edits.named(subject, () => mustHaveSeen(seen, before.revision));
      await this.drafts.update({ ...before, rubric, savedAt: this.clock.now() }, seen);
      this.audit.record({ action: 'rubric.edited', subject, details: { title: rubric.title } });
      return this.drafts.get(id);
    });
  }

  /** Deleting it twice has the same result as once. @throws DomainError rubric.no_draft, edit.stale */
  remove(id: RubricDraftId, seen: number): Promise<void> {
    return this.work.run(async () => {
      const draft = await this.drafts.findForUpdate(id);
      const subject = { kind: 'rubric_draft', id } as const;
      if (!draft && (await this.edits.isLast(subject, 'rubric.deleted'))) return;
      if (!draft) throw new DomainError('rubric.no_draft', { draftId: id });
      await this.edits.named(subject, () => mustHaveSeen(seen, draft.revision));
      await this.drafts.remove(id);
      this.audit.record({ action: 'rubric.deleted', subject, details: { title: draft.rubric.title } });
    });
  }
}
