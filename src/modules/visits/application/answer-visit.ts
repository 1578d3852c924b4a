import type { VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { Events } from '../../../kernel/events.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { accept, decline, mustBelongTo, type Visit } from '../domain/visit.ts';
import { Visits } from '../infra/repositories/visits.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'visit.accepted': { readonly visitId: VisitId };
    'visit.declined': { readonly visitId: VisitId };
  }
}

/** The specialist's own answer to a visit. */
@Injectable()
export class AnswerVisit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: Visits,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  accept(id: VisitId): Promise<Visit> {
    return this.answer(id, (visit) => accept(visit, this.clock.now()));
  }

  decline(id: VisitId, reason: string): Promise<Visit> {
    return this.answer(id, (visit) => decline(visit, reason, this.clock.now()));
  }

  private answer(id: VisitId, step: (visit: Visit) => Visit): Promise<Visit> {
    return this.work.run(async () => {
      const visit = await this.visits.getForUpdate(id);
      mustBelongTo(visit, this.work.actor.specialistId);
      const answered = step(visit);
      if (answered === visit) return visit;
      await this.visits.update(answered);
      this.audit.record({
        action: `visit.${answered.state}`,
        subject: { kind: 'visit', id },
        details: { reason: answered.declineReason },
      });
      const name = answered.state === 'declined' ? 'visit.declined' : 'visit.accepted';
      await this.events.publish(name, { visitId: id }, { subject: id, about: [`month/${answered.month}`] });
      return answered;
    });
  }
}
