import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { FormTemplate, TemplateVersion } from '../domain/form-template.ts';
import type { TemplateDraft, TemplateDraftId } from '../domain/template-draft.ts';
import { readTemplateShape } from '../domain/template-validation.ts';
import { SAMPLE_TEMPLATES } from '../domain/templates/sample-templates.ts';
import { SHIPPED_TEMPLATES } from '../domain/templates/shipped-templates.ts';
import type {} from '../template-errors.ts';
import { FormTemplates } from '../infra/repositories/form-templates.ts';
import { TemplateDrafts } from '../infra/repositories/template-drafts.ts';

/** Begins a draft: as a copy of a form that is there, or from a file. The same id again is the same draft. */
@Injectable()
export class StartTemplateDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly templates: FormTemplates,
    private readonly drafts: TemplateDrafts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Version 0 is the sample of this name. @throws DomainError template.not_found */
  copy(id: TemplateDraftId, of: TemplateVersion): Promise<TemplateDraft> {
    return this.work.run(async () => {
      const sample = of.version === 0 ? SAMPLE_TEMPLATES.find((each) => each.id === of.id) : undefined;
      return this.start(id, sample ?? (await this.templates.get(of)), `${of.id}/${of.version}`);
    });
  }

  /** @throws DomainError input.invalid where the file has not the structure of a form template */
  take(id: TemplateDraftId, raw: unknown): Promise<TemplateDraft> {
    return this.work.run(() => this.start(id, readTemplateShape(raw), null));
  }

  private async start(id: TemplateDraftId, original: FormTemplate, basedOn: string | null): Promise<TemplateDraft> {
    const template = { ...original, id: ownCode(original.id) };
    const isNew = await this.drafts.insert({
      id,
      template,
      basedOn,
      madeAt: this.clock.now(),
      madeBy: this.work.actor.accountId,
    });
    if (isNew) {
      const { title } = template;
      this.audit.record({
        action: 'template.begun',
        subject: { kind: 'template_draft', id },
        details: { basedOn, title },
      });
    }
    return this.drafts.get(id);
  }
}

/** The codes of the service's own forms are not a committee's, so that later releases can bring further versions. */
function ownCode(code: string): string {
  return SHIPPED_TEMPLATES.some(({ id }) => id === code) ? `own-${code}` : code;
}
