import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { monthOf } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { visitForm } from '../domain/form.ts';
import type { EvaluationForm } from '../domain/form-model.ts';
import type { Rubric } from '../domain/rubric.ts';
import { FormTemplates } from '../infra/repositories/form-templates.ts';
import { Rubrics } from '../infra/repositories/rubrics.ts';
import { VisitFactsReadModel } from '../infra/visit-facts-read-model.ts';

/** The form that no visit is known for, by the rubric that counts today where no other is made for the meeting. */
@Injectable()
export class OpenBlankForm {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rubrics: Rubrics,
    private readonly templates: FormTemplates,
    private readonly facts: VisitFactsReadModel,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<{ readonly form: EvaluationForm; readonly rubric: Rubric }> {
    return this.work.run(async () => {
      const { today, fields } = await this.facts.today(this.clock.now());
      const rubric = await this.rubrics.current(today);
      const template = await this.templates.current(today, { kind: null, branchType: null });
      return { form: visitForm(rubric, { month: monthOf(today), fields, directives: [] }, template), rubric };
    });
  }
}
