import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import type { Day } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { FormTemplate, TemplateHead, TemplateVersion } from '../../domain/form-template.ts';
import { rubricFor } from '../../domain/rubric-choice.ts';
import type { TemplateDraftId } from '../../domain/template-draft.ts';
import { readTemplate } from '../../domain/template-validation.ts';
import { findShipped, SHIPPED_TEMPLATES } from '../../domain/templates/shipped-templates.ts';
import type {} from '../../template-errors.ts';
import type { MeetingOfRubric } from './rubrics.ts';

/** The service's own forms and those that the acting committee published. */
@Injectable()
export class FormTemplates {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** The form of routine visits of a day, for such meetings: chosen as their rubric is. */
  async current(on: Day, meeting: MeetingOfRubric): Promise<FormTemplate> {
    const head = rubricFor(await this.heads(), { on, purpose: 'routine', ...meeting });
    if (!head) throw new Error(`no form was in use on ${on}`);
    return this.get(head);
  }

  /** Of every version, the service's own first. */
  async heads(): Promise<TemplateHead[]> {
    return [...SHIPPED_TEMPLATES, ...(await this.published())];
  }

  /** Of every version that the committee published. */
  published(): Promise<TemplateHead[]> {
    return this.work.query<TemplateHead>(
      `select code as id, version, starts_on as "effectiveFrom", purpose, content -> 'kinds' as kinds,
         content -> 'branchTypes' as "branchTypes"
       from form_templates order by code, version`,
      [],
    );
  }

  /** The exact version that a form was asked with. @throws DomainError template.not_found */
  async get(version: TemplateVersion): Promise<FormTemplate> {
    const template = await this.find(version);
    if (!template) throw new DomainError('template.not_found', { code: version.id, version: version.version });
    return template;
  }

  async find(version: TemplateVersion): Promise<FormTemplate | null> {
    return findShipped(version) ?? (await this.findOwn(version))?.template ?? null;
  }

  /** A version that the committee published, with the id of its draft. */
  async findOwn({
    id,
    version,
  }: TemplateVersion): Promise<{ template: FormTemplate; draftId: TemplateDraftId } | null> {
    const [row] = await this.work.query<{ template: FormTemplate; draftId: TemplateDraftId }>(
      `select content as template, id as "draftId" from form_templates where code = $1 and version = $2`,
      [id, version],
    );
    return row ?? null;
  }

  /** The version that a draft was published as. */
  async findPublished(draftId: TemplateDraftId): Promise<TemplateVersion | null> {
    const [row] = await this.work.query<TemplateVersion>(
      `select code as id, version from form_templates where id = $1`,
      [draftId],
    );
    return row ?? null;
  }

  async insert(given: FormTemplate, draftId: TemplateDraftId, at: Date): Promise<void> {
    const template = readTemplate(given);
    const { id, version, effectiveFrom, purpose } = template;
    await this.work.query(
      `insert into form_templates (committee_id, id, code, version, starts_on, purpose, content, published_at, published_by)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8)`,
      [draftId, id, version, effectiveFrom, purpose, JSON.stringify(template), at, this.work.actor.accountId],
    );
  }

  /** False where a form was begun or sent with it, so that it stays. */
  async remove({ id, version }: TemplateVersion): Promise<boolean> {
    const removed = await this.work.query(
      `delete from form_templates where code = $1 and version = $2
         and not exists (select from submissions s where s.form_code = $1 and s.form_version = $2)
         and not exists (select from drafts d where d.form_code = $1 and d.form_version = $2) returning id`,
      [id, version],
    );
    return removed.length > 0;
  }

  /** The version that a new one of this code gets. */
  async nextVersion(code: string): Promise<number> {
    const [row] = await this.work.query<{ last: number | null }>(
      `select max(version) as last from form_templates where code = $1`,
      [code],
    );
    return (row?.last ?? 0) + 1;
  }
}
