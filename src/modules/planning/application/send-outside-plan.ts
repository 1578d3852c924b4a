import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { staleEdit } from '../../../kernel/edit.ts';
import { type AccountId, type MeetingId, newId, type SpecialistId } from '../../../kernel/id.ts';
import { dayIn, type Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { LastEdit } from '../../audit/index.ts';
import { EnterObserver } from '../../directory/index.ts';
import { AddPublished, type Meeting, type NewMeeting } from '../../meetings/index.ts';
import { type Offer, OfferVisits, type Visit } from '../../visits/index.ts';
import { type Amendment, type MadeChange, readAmendmentReason } from '../domain/amendment.ts';
import { faultsAgainstGoing } from '../domain/outside-visit.ts';
import { dutyKey } from '../domain/plan-decision.ts';
import type {} from '../errors.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';
import { Amendments } from '../infra/repositories/amendments.ts';
import { Plans } from '../infra/repositories/plans.ts';
import type { SeenPlan } from './hand-drafts.ts';
import { JudgeAmendment } from './judge-amendment.ts';
import { RecordAmendment } from './record-amendment.ts';

/** Somebody of the register, or an account that is entered there as an observer. */
export type OutsideObserver = { readonly specialistId: SpecialistId } | ObserverOfAccount;

export interface ObserverOfAccount {
  readonly accountId: AccountId;
  /** The code of the department in which somebody new is entered. */
  readonly department: string;
}

export interface OutsideVisit {
  readonly meeting: NewMeeting;
  readonly observers: readonly OutsideObserver[];
  readonly reason: string;
}

export interface OutsideResult {
  readonly meetingId: MeetingId;
  /** The number of the amendment that records it. */
  readonly number: number;
  readonly visits: readonly Visit['id'][];
  /** Whether the meeting is over, so that nobody is mailed. */
  readonly isPast: boolean;
}

/**
 * Enters a meeting that is not in the calendar of a published month together with those who go there, or went; also who
 * went to one of the calendar that is over. Each of them has a visit of their own; it counts towards no share unless the
 * committee's policy says so, or unless the plan foresaw it and it was left out because the meeting had begun.
 */
@Injectable()
export class SendOutsidePlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly months: MonthFactsReadModel,
    private readonly meetings: AddPublished,
    private readonly observers: EnterObserver,
    private readonly judge: JudgeAmendment,
    private readonly offers: OfferVisits,
    private readonly amendments: Amendments,
    private readonly recorded: RecordAmendment,
    private readonly last: LastEdit,
    private readonly clock: Clock,
  ) {}

  /**
   * The same again by the same person has the same result as once. @throws DomainError plan.not_published, edit.stale,
   * plan.amendment_reason_missing, plan.amendment_reason_long, plan.outside_nobody, plan.outside_in_calendar,
   * plan.outside_refused, meeting.branch_not_found, meeting.outside_month, and as `EnterObserver`
   */
  execute(month: Month, seen: SeenPlan, { meeting: wanted, ...asked }: OutsideVisit): Promise<OutsideResult> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      const header = await this.plans.findPublished(month);
      if (!header) throw new DomainError('plan.not_published', { month });
      const reason = readAmendmentReason(asked.reason);
      const made = await this.amendments.findByRevision(seen.planId, seen.revision + 1);
      const repeated = made && (await this.repeated(made, wanted, reason));
      if (repeated) return repeated;
      await this.last.named({ kind: 'plan', id: header.id }, () => {
        if (header.id !== seen.planId || header.revision !== seen.revision) throw staleEdit();
      });
      const people = await this.enter(asked.observers);
      const meeting = await this.meetings.execute(month, wanted);
      const isPast = meeting.endsAt <= this.clock.now();
      const counts = (await this.months.policyOf(header)).outsideCounts;
      // Whom the plan would have sent there, had it been published in time, goes as planned.
      const planned = new Set((await this.plans.listLeftOut(header, this.clock.now())).map(dutyKey));
      const duties = people.map((specialistId) => ({ specialistId, meetingId: meeting.id }));
      const judged = await this.judge.outside(month, duties, counts);
      const faults = faultsAgainstGoing(judged.faults, isPast);
      if (faults.length > 0) throw new DomainError('plan.outside_refused', {}, faults);

      const id = newId<'Amendment'>();
      const zone = judged.month.facts.zone;
      const offers = people.map((specialistId): Offer => ({
        specialistId,
        meetingId: meeting.id,
        branchId: meeting.branchId,
        month,
        planId: header.id,
        heldOn: dayIn(zone, meeting.startsAt),
        kind: meeting.kind,
        isOutsidePlan: true,
        countsAsShare: counts || planned.has(dutyKey({ specialistId, meetingId: meeting.id })),
        agreedAt: this.isSettled(specialistId, isPast) ? this.clock.now() : null,
      }));
      const offered = await this.offers.execute(offers, id);
      const changes = offered.map((visit): MadeChange => ({
        kind: 'send',
        visitId: visit.id,
        specialistId: visit.specialistId,
        meetingId: meeting.id,
        replacedById: null,
        overrules: judged.overruledBy({ specialistId: visit.specialistId, meetingId: meeting.id }),
      }));
      const { amendment } = await this.recorded.execute(header, { id, kind: 'outside', reason, changes });
      return resultOf(amendment, meeting.id, isPast);
    });
  }

  /** Whoever went, or enters themselves, need not be asked whether they go. */
  private isSettled(specialistId: SpecialistId, isPast: boolean): boolean {
    return isPast || specialistId === this.work.actor.specialistId;
  }

  private async enter(observers: readonly OutsideObserver[]): Promise<readonly SpecialistId[]> {
    const people: SpecialistId[] = [];
    for (const one of observers) {
      people.push('specialistId' in one ? one.specialistId : await this.observers.execute(one));
    }
    if (people.length === 0) throw new DomainError('plan.outside_nobody', {});
    return [...new Set(people)];
  }

  /** The result of this very request when it came before; null where another one was made. */
  private async repeated(
    amendment: Amendment,
    { branchId, ...at }: NewMeeting,
    reason: string,
  ): Promise<OutsideResult | null> {
    const { kind, madeBy, changes } = amendment;
    const meetingId = changes[0]?.meetingId;
    if (kind !== 'outside' || madeBy !== this.work.actor.accountId || amendment.reason !== reason || !meetingId)
      return null;
    const meeting: Meeting = await this.meetings.get(meetingId);
    if (meeting.branchId !== branchId || !(await this.meetings.isAt(meeting, at))) return null;
    return resultOf(amendment, meetingId, meeting.endsAt <= this.clock.now());
  }
}

function resultOf({ number, changes }: Amendment, meetingId: MeetingId, isPast: boolean): OutsideResult {
  return { meetingId, number, visits: changes.map(({ visitId }) => visitId), isPast };
}
