import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { Events } from '../../../kernel/events.ts';
import type { VisitId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { TouchCause } from '../domain/touched-visit.ts';
import { KeptVisits } from '../infra/repositories/kept-visits.ts';
import { TouchedVisitsReadModel } from '../infra/touched-visits-read-model.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'visit.kept': { readonly visitId: VisitId };
  }
}

/** Confirms a published visit although a fact conflicts with it; the same fact is not shown again. */
@Injectable()
export class KeepVisit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly touched: TouchedVisitsReadModel,
    private readonly kept: KeptVisits,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Does nothing the second time, or once the conflict is gone. */
  execute(visitId: VisitId, cause: TouchCause, fact: string): Promise<void> {
    return this.work.run(async () => {
      const touch = (await this.touched.list()).find(
        (each) => each.visitId === visitId && each.cause === cause && each.fact === fact,
      );
      if (!touch || !(await this.kept.keep(visitId, cause, fact, this.clock.now()))) return;
      this.audit.record({ action: 'visit.kept', subject: { kind: 'visit', id: visitId }, details: { cause, fact } });
      await this.events.publish('visit.kept', { visitId }, { subject: visitId, about: [`month/${touch.month}`] });
    });
  }
}
