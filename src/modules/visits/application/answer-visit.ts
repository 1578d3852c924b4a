import type { VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { accept, decline, isAccepted, isDeclined, mustBelongTo, type Visit } from '../domain/visit.ts';
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
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Accepting again is accepting once.
   * @throws DomainError visit.not_found, visit.not_yours, edit.stale, visit.already_answered
   */
  accept(id: VisitId, seen: number): Promise<Visit> {
    return this.answer(id, seen, isAccepted, (visit) => accept(visit, this.clock.now()));
  }

  /** Declining again for the same reason is declining once. @throws DomainError as accept, and visit.reason_missing */
  decline(id: VisitId, seen: number, reason: string): Promise<Visit> {
    const isSoAlready = (visit: Visit) => isDeclined(visit, reason);
    return this.answer(id, seen, isSoAlready, (visit) => decline(visit, reason, this.clock.now()));
  }

  private answer(
    id: VisitId,
    seen: number,
    isSoAlready: (visit: Visit) => boolean,
    step: (visit: Visit) => Visit,
  ): Promise<Visit> {
    return this.work.run(async () => {
      const visit = await this.visits.getForUpdate(id);
      mustBelongTo(visit, this.work.actor.specialistId);
      if (isSoAlready(visit)) return visit;
      await this.mustBeSeen(visit, seen);
      const answered = step(visit);
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

  /** What a form does to its visit stands with the form in the trail, so that nobody is named for a visit that is done. */
  private async mustBeSeen({ id, state, revision }: Visit, seen: number): Promise<void> {
    if (state === 'done') mustHaveSeen(seen, revision);
    else await this.edits.named({ kind: 'visit', id }, () => mustHaveSeen(seen, revision));
  }
}
