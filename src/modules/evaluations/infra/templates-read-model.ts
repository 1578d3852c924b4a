import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { dayIn } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { PolicyCommittee } from '../../policies/index.ts';
import type { FormTemplate, TemplateVersion } from '../domain/form-template.ts';
import { rubricsInForce } from '../domain/rubric-choice.ts';
import type { TemplateDraft, TemplateDraftId } from '../domain/template-draft.ts';
import { SHIPPED_TEMPLATES } from '../domain/templates/shipped-templates.ts';
import type {} from '../template-errors.ts';
import type { RubricState } from './rubrics-read-model.ts';
import { TemplateDrafts } from './repositories/template-drafts.ts';

/** A version that may be used and what became of it. */
export interface KnownTemplate {
  readonly template: FormTemplate;
  readonly state: RubricState;
  readonly origin: 'service' | 'board';
  readonly publishedAt: Date | null;
  /** Null for the service itself. */
  readonly publishedBy: string | null;
  /** The numbers of forms that were sent with it, and of those that are begun. */
  readonly forms: number;
  readonly begun: number;
}

interface KnownRow {
  template: FormTemplate;
  publishedAt: Date;
  publishedBy: string | null;
}

interface CountRow {
  code: string;
  version: number;
  forms: number;
  begun: number;
}

/** Reads form templates for pages and the API. */
@Injectable()
export class TemplatesReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly drafts: TemplateDrafts,
    private readonly committee: PolicyCommittee,
    private readonly clock: Clock,
  ) {}

  list(): Promise<{ known: KnownTemplate[]; drafts: TemplateDraft[] }> {
    return this.work.run(async () => ({ known: await this.known(), drafts: await this.drafts.list() }));
  }

  /** @throws DomainError template.no_draft */
  getDraft(id: TemplateDraftId): Promise<TemplateDraft> {
    return this.work.run(() => this.drafts.get(id));
  }

  /** @throws DomainError template.not_found */
  async get({ id, version }: TemplateVersion): Promise<KnownTemplate> {
    const found = (await this.known()).find(({ template }) => template.id === id && template.version === version);
    if (!found) throw new DomainError('template.not_found', { code: id, version });
    return found;
  }

  /** The latest start first. */
  private known(): Promise<KnownTemplate[]> {
    return this.work.run(async () => {
      const today = dayIn(await this.committee.zone(), this.clock.now());
      const own = await this.work.query<KnownRow>(
        `select t.content as template, t.published_at as "publishedAt", a.name as "publishedBy"
         from form_templates t left join account_names a on a.id = t.published_by
         order by t.starts_on desc, t.code, t.version desc`,
        [],
      );
      const counts = await this.work.query<CountRow>(
        `select code, version, sum(forms)::int as forms, sum(begun)::int as begun
         from (select form_code as code, form_version as version, count(*) as forms, 0 as begun from submissions group by 1, 2
           union all select form_code, form_version, 0, count(*) from drafts where form_code is not null group by 1, 2) each
         group by code, version`,
        [],
      );
      const shipped = SHIPPED_TEMPLATES.map((template) => ({ template, publishedAt: null, publishedBy: null }));
      const all = [...own, ...shipped];
      const heads = all.map(({ template }) => template);
      const counting = (['routine', 'targeted'] as const).flatMap((purpose) =>
        rubricsInForce(heads, { on: today, purpose }),
      );
      return all.map(({ template, publishedAt, publishedBy }) => {
        const count = counts.find((each) => each.code === template.id && each.version === template.version);
        return {
          template,
          state: template.effectiveFrom > today ? 'coming' : counting.includes(template) ? 'in_force' : 'replaced',
          origin: publishedAt === null ? 'service' : 'board',
          publishedAt,
          publishedBy,
          forms: count?.forms ?? 0,
          begun: count?.begun ?? 0,
        };
      });
    });
  }
}
