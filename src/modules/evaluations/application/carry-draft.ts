import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../kernel/actor.ts';
import type { VisitId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { type CarriedOver, carryOver } from '../domain/carry-over.ts';
import { visitForm } from '../domain/form.ts';
import { isSameTemplate } from '../domain/form-of-visit.ts';
import type { TemplateVersion } from '../domain/form-template.ts';
import type { Draft } from '../domain/submission.ts';
import { FormTemplates } from '../infra/repositories/form-templates.ts';
import { type OpenedForm, OpenForm } from './open-form.ts';
import { SaveDraft } from './save-draft.ts';

/** Where a draft keeps what has no place in its form, until it is sent. */
export const LOST = 'lost';

/** Puts what was written into one form into another; what has no place there stays in sight of its writer. */
@Injectable()
export class CarryDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly openForm: OpenForm,
    private readonly saveDraft: SaveDraft,
    private readonly templates: FormTemplates,
  ) {}

  /**
   * Changes a draft to the form that is asked today; null where it is that already. @throws DomainError
   * visit.not_yours, visit.not_open, evaluation.waiting, evaluation.already_accepted
   */
  execute(visitId: VisitId, locale: Locale): Promise<Draft | null> {
    return this.work.run(async () => {
      const { form, newer, rubric, facts, content, submissionId, basedOn, draft } =
        await this.openForm.execute(visitId);
      if (!newer) return null;
      const carried = carryOver(content, form, visitForm(rubric, facts, newer), locale);
      const next = { visitId, submissionId, basedOn, template: newer, revision: draft?.revision ?? 0 };
      return this.saveDraft.execute({ ...next, content: withLost(carried) });
    });
  }

  /** What was sent by a page that shows another form than the one opened, as the opened one can show it. */
  shown(opened: OpenedForm, sent: object, of: TemplateVersion | undefined, locale: Locale): Promise<object> {
    return this.work.run(async () => {
      const { form, rubric, facts } = opened;
      if (of === undefined || isSameTemplate(of, form.template)) return sent;
      const template = await this.templates.find(of);
      if (!template) return sent;
      const before = visitForm(rubric, facts, template);
      return withLost(carryOver(sent, before, form, locale));
    });
  }
}

/** Beside what an earlier change has left without a place. */
function withLost({ content, lost }: CarriedOver): Readonly<Record<string, unknown>> {
  const before = content[LOST];
  const kept: readonly unknown[] = typeof before === 'object' && before !== null ? Object.values(before) : [];
  return lost.length + kept.length === 0 ? content : { ...content, [LOST]: [...kept, ...lost] };
}
