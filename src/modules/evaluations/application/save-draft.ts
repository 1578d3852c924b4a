import type { VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { LockedVisits } from '../../visits/index.ts';
import { assertFollows } from '../domain/assert-follows.ts';
import { begunWith, isSameTemplate } from '../domain/form-of-visit.ts';
import type { TemplateVersion } from '../domain/form-template.ts';
import { type Draft, saveDraft, type SubmissionId } from '../domain/submission.ts';
import type {} from '../errors.ts';
import { Drafts } from '../infra/repositories/drafts.ts';
import { Evaluations } from '../infra/repositories/evaluations.ts';
import { FormTemplates } from '../infra/repositories/form-templates.ts';

export interface DraftToSave {
  readonly visitId: VisitId;
  readonly submissionId: SubmissionId;
  readonly basedOn: number;
  /** The form that was shown; left out by programs and pages that know of one only. */
  readonly template?: TemplateVersion | undefined;
  /** The revision that the page was opened with; 0 for none. */
  readonly revision: number;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Saves an unfinished form; never overwrites what another page has saved since. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: LockedVisits,
    private readonly evaluations: Evaluations,
    private readonly drafts: Drafts,
    private readonly templates: FormTemplates,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError visit.not_yours, visit.not_open, template.not_found, edit.stale, evaluation.stale, evaluation.waiting,
   * evaluation.already_accepted
   */
  execute({ visitId, submissionId, basedOn, template, revision, content }: DraftToSave): Promise<Draft> {
    return this.work.run(async () => {
      const visit = await this.visits.getOwn(visitId);
      const specialistId = this.work.actor.specialistId ?? visit.specialistId;
      const evaluation = await this.evaluations.find({ id: visitId, specialistId });
      assertFollows(evaluation, basedOn);
      const before = await this.drafts.find({ id: visitId, specialistId });
      const begun = begunWith(before, evaluation);
      // Only a form that is there can be begun with.
      if (template && !isSameTemplate(template, begun)) await this.templates.get(template);
      const next = {
        visitId,
        specialistId,
        submissionId,
        basedOn,
        template: template ?? begun,
        content: storable(content),
        savedAt: this.clock.now(),
      };
      const draft = saveDraft(before, next, revision);
      if (draft !== before) await this.drafts.store(draft);
      return draft;
    });
  }
}

/** PostgreSQL's jsonb cannot store U+0000 or unpaired surrogates; the form itself refuses both with a sentence. */
function storable(content: DraftToSave['content']): DraftToSave['content'] {
  const clean = (text: string) => text.replaceAll('\0', '').replace(/\p{Cs}/gu, '');
  return JSON.parse(JSON.stringify(content), (_key, value: unknown) => {
    if (typeof value === 'string') return clean(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [clean(key), each as unknown]));
  }) as DraftToSave['content'];
}
