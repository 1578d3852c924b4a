import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { RubricDraft, RubricDraftId } from '../domain/rubric-draft.ts';
import type { Rubric, RubricVersion } from '../domain/rubric.ts';
import { readRubricShape } from '../domain/rubric-validation.ts';
import { SAMPLE_RUBRICS } from '../domain/rubrics/sample-rubrics.ts';
import type {} from '../rubric-errors.ts';
import { RubricDrafts } from '../infra/repositories/rubric-drafts.ts';
import { Rubrics } from '../infra/repositories/rubrics.ts';

/** Begins a draft: as a copy of a published rubric or of a sample, or from a file. The same id again is the same draft. */
@Injectable()
export class StartRubricDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rubrics: Rubrics,
    private readonly drafts: RubricDrafts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Version 0 is the sample of this name. @throws DomainError rubric.not_found */
  copy(id: RubricDraftId, of: RubricVersion): Promise<RubricDraft> {
    return this.work.run(async () => {
      const sample = of.version === 0 ? SAMPLE_RUBRICS.find((each) => each.id === of.id) : undefined;
      const original = of.version === 0 ? sample : await this.rubrics.find(of);
      if (!original) throw new DomainError('rubric.not_found', { code: of.id, version: of.version });
      return this.start(id, original, `${of.id}/${of.version}`);
    });
  }

  /** @throws DomainError input.invalid where the file has not the structure of a rubric */
  take(id: RubricDraftId, raw: unknown): Promise<RubricDraft> {
    return this.work.run(() => this.start(id, readRubricShape(raw), null));
  }

  private async start(id: RubricDraftId, rubric: Rubric, basedOn: string | null): Promise<RubricDraft> {
    const isNew = await this.drafts.insert({
      id,
      rubric,
      basedOn,
      madeAt: this.clock.now(),
      madeBy: this.work.actor.accountId,
    });
    if (isNew) {
      const { title } = rubric;
      this.audit.record({ action: 'rubric.begun', subject: { kind: 'rubric_draft', id }, details: { basedOn, title } });
    }
    return this.drafts.get(id);
  }
}
