import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { compileBriefing } from '../domain/briefing-content.ts';
import { compiled, missingForms, type MonthBriefing, saysTheSame } from '../domain/month-briefing.ts';
import type {} from '../errors.ts';
import { BriefingInputReadModel } from '../infra/briefing-input-read-model.ts';
import { Briefings } from '../infra/repositories/briefings.ts';

/** Compiles the month's draft from all forms accepted so far. Missing forms are counted and do not prevent it. */
@Injectable()
export class CompileBriefing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly facts: BriefingInputReadModel,
    private readonly briefings: Briefings,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Leaves the draft unchanged where nothing is new. @throws DomainError briefing.nothing_to_compile */
  execute(month: Month): Promise<MonthBriefing> {
    return this.work.run(async () => {
      await this.briefings.lock(month);
      const at = this.clock.now();
      const input = await this.facts.read(month, at);
      if (!input.visits.some(({ form }) => form)) throw new DomainError('briefing.nothing_to_compile', { month });
      const latest = await this.briefings.findLatest(month);
      const made = { content: compileBriefing(input), missingForms: missingForms(input) };
      if (latest && saysTheSame(latest, made)) return latest;
      const briefing = compiled(newId(), latest, { ...made, at, by: this.work.actor.accountId });
      await this.briefings.store(briefing);
      this.audit.record({
        action: 'briefing.compiled',
        subject: { kind: 'briefing', id: briefing.id },
        details: { month, version: briefing.version, forms: briefing.content.figures.forms },
      });
      return briefing;
    });
  }
}
