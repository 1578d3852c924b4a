import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { firstDay, type Month, monthIn, monthOf } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { PolicyCommittee } from '../../policies/index.ts';
import type { FormTemplate, TemplateVersion } from '../domain/form-template.ts';
import { meetingsOf, unansweredIn } from '../domain/asked-by.ts';
import { rubricFor, tiesOf } from '../domain/rubric-choice.ts';
import type { TemplateDraftId } from '../domain/template-draft.ts';
import { readTemplate } from '../domain/template-validation.ts';
import type {} from '../template-errors.ts';
import { FormTemplates } from '../infra/repositories/form-templates.ts';
import { Rubrics } from '../infra/repositories/rubrics.ts';
import { TemplateDrafts } from '../infra/repositories/template-drafts.ts';

/**
 * Publishes a draft as the next version of its form, from a month on, or takes such a version back while no form was
 * begun with it. Other than a rubric, a form may begin in the month that is on: it gives nobody other points, and who
 * has begun with the one before goes on with it.
 */
@Injectable()
export class PublishTemplate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly templates: FormTemplates,
    private readonly drafts: TemplateDrafts,
    private readonly rubrics: Rubrics,
    private readonly committee: PolicyCommittee,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly clock: Clock,
  ) {}

  /** The first month from which a form may be used. */
  firstOpen(): Promise<Month> {
    return this.work.run(async () => monthIn(await this.committee.zone(), this.clock.now()));
  }

  /**
   * Publishing it twice gives the same version. @throws DomainError template.no_draft, edit.stale, input.invalid with
   * every fault, template.starts_too_early, template.competes, template.read_by_rubric
   */
  execute(id: TemplateDraftId, seen: number, from: Month): Promise<TemplateVersion> {
    return this.work.run(async () => {
      await this.committee.lockPolicies();
      const published = await this.templates.findPublished(id);
      if (published) return published;
      const draft = await this.drafts.get(id);
      await this.edits.named({ kind: 'template_draft', id }, () => mustHaveSeen(seen, draft.revision));
      await this.mustBeOpen(from);
      const { id: code } = draft.template;
      const template = readTemplate({
        ...draft.template,
        version: await this.templates.nextVersion(code),
        effectiveFrom: firstDay(from),
      });
      await this.mustNotCompete(template);
      await this.mustAnswer(template);
      await this.templates.insert(template, id, this.clock.now());
      await this.drafts.remove(id);
      this.record(template, 'template.published', from);
      return { id: code, version: template.version };
    });
  }

  /**
   * The version becomes a draft again. Taking it back twice has the same result as once. @throws DomainError
   * template.not_found, template.in_use
   */
  takeBack(version: TemplateVersion): Promise<TemplateDraftId> {
    return this.work.run(async () => {
      await this.committee.lockPolicies();
      const kept = await this.templates.findOwn(version);
      if (!kept) throw new DomainError('template.not_found', { code: version.id, version: version.version });
      const { template, draftId } = kept;
      if (!(await this.templates.remove(version))) throw new DomainError('template.in_use', { title: template.title });
      const basedOn = `${version.id}/${version.version}`;
      const [madeAt, madeBy] = [this.clock.now(), this.work.actor.accountId];
      await this.drafts.insert({ id: draftId, template, basedOn, madeAt, madeBy });
      this.record(template, 'template.taken_back', monthOf(template.effectiveFrom));
      return draftId;
    });
  }

  private async mustBeOpen(from: Month): Promise<void> {
    const first = await this.firstOpen();
    if (from < first) throw new DomainError('template.starts_too_early', { from, first });
  }

  private async mustNotCompete(template: FormTemplate): Promise<void> {
    const [rival] = tiesOf(await this.templates.heads(), template);
    if (!rival) return;
    const { title, effectiveFrom } = await this.templates.get(rival);
    throw new DomainError('template.competes', { title, from: monthOf(effectiveFrom) });
  }

  /** What rubrics read of a committee's own questions must be asked where they count. */
  private async mustAnswer(template: FormTemplate): Promise<void> {
    const { effectiveFrom: on, purpose } = template;
    const heads = await this.rubrics.heads();
    const reading = new Set(
      meetingsOf(template).flatMap((meeting) => rubricFor(heads, { on, purpose, ...meeting }) ?? []),
    );
    for (const head of reading) {
      const rubric = await this.rubrics.get(head);
      const question = unansweredIn(rubric, template);
      if (question !== null) throw new DomainError('template.read_by_rubric', { question, rubric: rubric.title });
    }
  }

  private record(
    { id, version, title }: FormTemplate,
    action: 'template.published' | 'template.taken_back',
    from: Month,
  ): void {
    this.audit.record({ action, subject: { kind: 'template', id: `${id}/${version}` }, details: { from, title } });
  }
}
