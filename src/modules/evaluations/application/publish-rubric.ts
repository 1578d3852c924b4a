import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import { firstDay, type Month, monthOf } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { ChangePolicy, PolicyCommittee } from '../../policies/index.ts';
import { meetingsOf, unansweredIn } from '../domain/asked-by.ts';
import { rubricFor, tiesOf } from '../domain/rubric-choice.ts';
import type { RubricDraftId } from '../domain/rubric-draft.ts';
import type { Rubric, RubricVersion } from '../domain/rubric.ts';
import { readRubric } from '../domain/rubric-validation.ts';
import type {} from '../rubric-errors.ts';
import { FormTemplates } from '../infra/repositories/form-templates.ts';
import { RubricDrafts } from '../infra/repositories/rubric-drafts.ts';
import { RubricPolicies } from '../infra/repositories/rubric-policies.ts';
import { Rubrics } from '../infra/repositories/rubrics.ts';

/**
 * Publishes a draft as the next version of its rubric, from a month on, or takes such a version back while its first
 * month is still open and no form was scored by it. Months with published duties keep their rubrics.
 */
@Injectable()
export class PublishRubric {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rubrics: Rubrics,
    private readonly drafts: RubricDrafts,
    private readonly templates: FormTemplates,
    private readonly policies: RubricPolicies,
    private readonly committee: PolicyCommittee,
    private readonly change: ChangePolicy,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The first month from which a rubric may count. */
  firstOpen(): Promise<Month> {
    return this.work.run(() => this.change.firstOpen(this.policies));
  }

  /**
   * Publishing it twice gives the same version. @throws DomainError rubric.no_draft, edit.stale, input.invalid with
   * every fault, rubric.starts_too_early, rubric.competes, rubric.not_asked
   */
  execute(id: RubricDraftId, seen: number, from: Month): Promise<RubricVersion> {
    return this.work.run(async () => {
      await this.committee.lockPolicies();
      const published = await this.rubrics.findPublished(id);
      if (published) return published;
      const draft = await this.drafts.get(id);
      await this.edits.named({ kind: 'rubric_draft', id }, () => mustHaveSeen(seen, draft.revision));
      await this.mustBeOpen(from);
      const { id: code } = draft.rubric;
      const rubric = readRubric({
        ...draft.rubric,
        version: await this.rubrics.nextVersion(code),
        effectiveFrom: firstDay(from),
      });
      await this.policies.giveWay(rubric);
      await this.mustNotCompete(rubric);
      await this.mustBeAnswered(rubric);
      await this.rubrics.insert(rubric, { origin: 'board', at: this.clock.now(), id });
      await this.drafts.remove(id);
      await this.tell(rubric, 'rubric.published', from);
      return { id: code, version: rubric.version };
    });
  }

  /**
   * The version becomes a draft again. Taking it back twice has the same result as once. @throws DomainError
   * rubric.not_found, rubric.starts_too_early, rubric.in_use
   */
  takeBack(version: RubricVersion): Promise<RubricDraftId> {
    return this.work.run(async () => {
      await this.committee.lockPolicies();
      const kept = await this.rubrics.findOwn(version);
      if (!kept) throw new DomainError('rubric.not_found', { code: version.id, version: version.version });
      const { rubric, draftId } = kept;
      const from = monthOf(rubric.effectiveFrom);
      await this.mustBeOpen(from);
      if (!(await this.rubrics.remove(version))) throw new DomainError('rubric.in_use', { title: rubric.title });
      const basedOn = `${version.id}/${version.version}`;
      const [madeAt, madeBy] = [this.clock.now(), this.work.actor.accountId];
      await this.drafts.insert({ id: draftId, rubric, basedOn, madeAt, madeBy });
      await this.tell(rubric, 'rubric.taken_back', from);
      return draftId;
    });
  }

  private async mustBeOpen(from: Month): Promise<void> {
    const first = await this.change.firstOpen(this.policies);
    if (from < first) throw new DomainError('rubric.starts_too_early', { from, first });
  }

  private async mustNotCompete(rubric: Rubric): Promise<void> {
    const [rival] = tiesOf(await this.rubrics.heads(), rubric);
    if (!rival) return;
    const { title, effectiveFrom } = await this.rubrics.get(rival);
    throw new DomainError('rubric.competes', { title, from: monthOf(effectiveFrom) });
  }

  /** What it reads of a committee's own questions must be asked where it counts. */
  private async mustBeAnswered(rubric: Rubric): Promise<void> {
    const { effectiveFrom: on, purpose } = rubric;
    const heads = await this.templates.heads();
    const asking = new Set(
      meetingsOf(rubric).flatMap((meeting) => rubricFor(heads, { on, purpose, ...meeting }) ?? []),
    );
    for (const head of asking) {
      const template = await this.templates.get(head);
      const question = unansweredIn(rubric, template);
      if (question !== null) throw new DomainError('rubric.not_asked', { question, form: template.title });
    }
  }

  private async tell(
    { id, version, title }: Rubric,
    action: 'rubric.published' | 'rubric.taken_back',
    from: Month,
  ): Promise<void> {
    const subject = { kind: 'rubric', id: `${id}/${version}` } as const;
    this.audit.record({ action, subject, details: { from, title } });
    await this.events.publish(
      'policy.changed',
      { part: 'scoring', from },
      { subject: 'scoring', about: [`month/${from}`] },
    );
  }
}
