import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { may } from '../../../kernel/permissions.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import {
  accept,
  isAccepted,
  isRefused,
  mustBelongTo,
  nameStandIn,
  type Refusal,
  refuse,
  takeBack,
  type Visit,
} from '../domain/visit.ts';
import type {} from '../errors.ts';
import { CallOffMeeting } from './call-off-meeting.ts';
import { StandIns } from './stand-ins.ts';
import { Visits } from '../infra/repositories/visits.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'visit.accepted': { readonly visitId: VisitId };
    'visit.declined': { readonly visitId: VisitId };
    'visit.missed': { readonly visitId: VisitId };
    'visit.taken_back': { readonly visitId: VisitId };
    'visit.stand_in_named': { readonly visitId: VisitId };
  }
}

type Answered = 'visit.accepted' | 'visit.declined' | 'visit.missed' | 'visit.taken_back' | 'visit.stand_in_named';

/** Records answers and outcomes of a visit: by its specialist or, where they cannot, by the board on their behalf. */
@Injectable()
export class AnswerVisit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: Visits,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly callOff: CallOffMeeting,
    private readonly standIns: StandIns,
  ) {}

  /**
   * Accepting again has the same result as accepting once. @throws DomainError visit.not_found, visit.not_yours,
   * edit.stale, visit.already_answered
   */
  accept(id: VisitId, seen: number): Promise<Visit> {
    return this.work.run(async () => {
      const visit = await this.visits.getForUpdate(id);
      mustBelongTo(visit, this.work.actor.specialistId);
      if (isAccepted(visit)) return visit;
      await this.mustBeSeen(visit, seen);
      return this.store(visit, accept(visit, this.clock.now()), 'visit.accepted');
    });
  }

  /**
   * Accepts all of one's own visits that wait for an answer and are not over, of a month or of all. @returns their
   * number
   */
  acceptAll(month: Month | null): Promise<number> {
    return this.work.run(async () => {
      const now = this.clock.now();
      const { specialistId } = this.work.actor;
      if (specialistId === null) return 0;
      const waiting = await this.visits.listWaitingForUpdate(specialistId, month, now);
      for (const visit of waiting) await this.store(visit, accept(visit, now), 'visit.accepted');
      return waiting.length;
    });
  }

  /**
   * Before the meeting begins the visit becomes declined, afterwards missed. The same reason again does nothing.
   * @throws DomainError as accept, and visit.reason_missing
   */
  decline(id: VisitId, seen: number, refusal: Refusal): Promise<Visit> {
    return this.work.run(async () => {
      const visit = await this.takeOwn(id);
      if (isRefused(visit, refusal)) return visit;
      await this.mustBeSeen(visit, seen);
      const { startsAt } = await this.visits.spanOf(id);
      const refused = refuse(visit, refusal, this.clock.now(), startsAt);
      return this.store(visit, refused, refused.state === 'missed' ? 'visit.missed' : 'visit.declined');
    });
  }

  /**
   * Takes back that the person does not go. @throws DomainError as accept, and visit.replaced where somebody else was
   * sent meanwhile
   */
  takeBack(id: VisitId, seen: number): Promise<Visit> {
    return this.work.run(async () => {
      const visit = await this.takeOwn(id);
      if (visit.state === 'cancelled') return this.callOff.undo(id, seen);
      const back = takeBack(visit, this.clock.now());
      if (back === visit) return visit;
      await this.mustBeSeen(visit, seen);
      if (await this.visits.isReplaced(id)) throw new DomainError('visit.replaced', { visitId: id });
      return this.store(visit, back, 'visit.taken_back');
    });
  }

  /**
   * Names who may send the form instead. @throws DomainError as accept, and visit.stand_in_is_self, visit.no_stand_in
   */
  nameStandIn(id: VisitId, seen: number, standInId: SpecialistId | null): Promise<Visit> {
    return this.work.run(async () => {
      const visit = await this.takeOwn(id);
      const named = nameStandIn(visit, standInId);
      if (named === visit) return visit;
      await this.mustBeSeen(visit, seen);
      if (standInId !== null && !(await this.visits.mayStandIn(visit, standInId))) {
        throw new DomainError('visit.no_stand_in', { visitId: id });
      }
      return this.store(visit, named, 'visit.stand_in_named');
    });
  }

  /** For the specialist on duty, or for the board. */
  private async takeOwn(id: VisitId): Promise<Visit> {
    const visit = await this.visits.getForUpdate(id);
    if (!may(this.work.actor, 'visit.report_for_others')) mustBelongTo(visit, this.work.actor.specialistId);
    return visit;
  }

  private async store(before: Visit, after: Visit, name: Answered): Promise<Visit> {
    await this.visits.update(after);
    await this.standIns.follow(before, after);
    const { declineKind: kind, declineReason: reason, standInId } = after;
    this.audit.record({
      action: name,
      subject: { kind: 'visit', id: before.id },
      details: { from: before.state, kind, reason, standInId },
    });
    await this.events.publish(name, { visitId: before.id }, { subject: before.id, about: [`month/${before.month}`] });
    return after;
  }

  /** The trail records what a form does to its visit under the form, so for a visit that is done nobody is named. */
  private async mustBeSeen({ id, state, revision }: Visit, seen: number): Promise<void> {
    if (state === 'done') mustHaveSeen(seen, revision);
    else await this.edits.named({ kind: 'visit', id }, () => mustHaveSeen(seen, revision));
  }
}
