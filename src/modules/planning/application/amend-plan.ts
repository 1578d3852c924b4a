import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { staleEdit } from '../../../kernel/edit.ts';
import { type AmendmentId, newId, type SpecialistId, type VisitId } from '../../../kernel/id.ts';
import { dayIn, type Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { LastEdit } from '../../audit/index.ts';
import { AmendedVisits, type Offer, OfferVisits, type Visit } from '../../visits/index.ts';
import type {} from '../errors.ts';
import {
  type Amendment,
  type AmendmentChange,
  type AmendmentKind,
  isSameAmendment,
  type MadeChange,
  readAmendmentReason,
} from '../domain/amendment.ts';
import { brokenRules } from '../domain/judge-edit.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import { movedHours, type ShownHours } from '../domain/moved-hours.ts';
import type { Duty } from '../domain/plan-decision.ts';
import { acceptedSince } from '../domain/replan.ts';
import { Amendments } from '../infra/repositories/amendments.ts';
import { Plans } from '../infra/repositories/plans.ts';
import type { SeenPlan } from './hand-drafts.ts';
import { JudgeAmendment, type JudgedAmendment } from './judge-amendment.ts';
import { AmendmentNotices, type DutyNotice } from './ports.ts';
import { RecordAmendment } from './record-amendment.ts';

export interface AmendmentResult {
  readonly id: AmendmentId;
  readonly number: number;
  /** Null for a kind that has none. */
  readonly notice: DutyNotice | null;
  /** The visits that were taken off, and the new ones. */
  readonly released: readonly VisitId[];
  readonly offered: readonly VisitId[];
}

export interface HowAmended {
  readonly kind?: AmendmentKind;
  /** The rules whose breaking was shown to whoever gives the reason, by `brokenRules`; null where that is not known. */
  readonly shown?: readonly string[] | null;
  /** When the meetings begin, as shown to them; null where that is not known. */
  readonly hours?: ShownHours | null;
  /** The number of the notice that the office's own register gave; null for the next one. */
  readonly given?: number | null;
  /** Who has said already that they go where they are sent. */
  readonly agreed?: readonly SpecialistId[];
  /** The visits that people are taken off although they have accepted them; null where that is for whoever asks to know. */
  readonly acceptedToo?: readonly VisitId[] | null;
}

/**
 * Changes a published plan: visits, the numbered notice of the amendment and its record exist exactly if this commits.
 * Those whom it touches are told by a handler of the event.
 */
@Injectable()
export class AmendPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly judge: JudgeAmendment,
    private readonly amendments: Amendments,
    private readonly visits: AmendedVisits,
    private readonly offers: OfferVisits,
    private readonly notices: AmendmentNotices,
    private readonly recorded: RecordAmendment,
    private readonly last: LastEdit,
    private readonly clock: Clock,
  ) {}

  /**
   * The same again by the same person has the same result as once. Rules that the board may overrule are overruled by
   * the reason. @throws DomainError plan.not_published, edit.stale, plan.amendment_reason_missing,
   * plan.amendment_reason_long, plan.amendment_refused, plan.amendment_breaks_more, plan.amendment_hours_moved, plan.accepted_since, register.number_taken, and as `plannedAmendment`
   */
  execute(
    month: Month,
    seen: SeenPlan,
    changes: readonly AmendmentChange[],
    typed: string,
    { kind = 'board', shown = null, hours = null, given = null, agreed = [], acceptedToo = null }: HowAmended = {},
  ): Promise<AmendmentResult> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      const header = await this.plans.findPublished(month);
      if (!header) throw new DomainError('plan.not_published', { month });
      const reason = readAmendmentReason(typed);
      const made = await this.amendments.findByRevision(seen.planId, seen.revision + 1);
      const asked = { madeBy: this.work.actor.accountId, kind, reason, changes };
      if (made && isSameAmendment(made, asked)) return this.repeated(made);
      await this.last.named({ kind: 'plan', id: header.id }, () => {
        if (header.id !== seen.planId || header.revision !== seen.revision) throw staleEdit();
      });
      const locked = await this.lock(changes);
      // Judged once they are locked: an answer may have come while this waited.
      const judged = await this.judge.of(month, changes);
      if (acceptedToo) this.leaveAccepted(judged, changes, acceptedToo);
      if (hours) demandSameHours(judged, hours);
      if (judged.can === 'no') throw new DomainError('plan.amendment_refused', {}, judged.faults);
      if (shown && brokenRules(judged.faults).some((rule) => !shown.includes(rule))) {
        throw new DomainError('plan.amendment_breaks_more', {}, judged.faults);
      }
      return this.make(header, judged, locked, { kind, reason, given, agreed });
    });
  }

  /** Whatever was proposed takes nobody off what they have accepted; so they did it since. */
  private leaveAccepted(
    { month }: JudgedAmendment,
    changes: readonly AmendmentChange[],
    besides: readonly VisitId[],
  ): void {
    const accepted = acceptedSince(month, changes, this.clock.now()).filter(({ id }) => !besides.includes(id));
    if (accepted.length > 0) throw new DomainError('plan.accepted_since', { count: accepted.length });
  }

  private async lock(changes: readonly AmendmentChange[]): Promise<ReadonlyMap<VisitId, Visit>> {
    const visits = await this.visits.lockAt(
      changes.flatMap((change) => (change.kind === 'send' ? [change.meetingId] : [])),
      changes.flatMap((change) => (change.kind === 'release' ? [change.visitId] : [])),
    );
    return new Map(visits.map((visit) => [visit.id, visit]));
  }

  private async make(
    header: PlanHeader,
    judged: JudgedAmendment,
    locked: ReadonlyMap<VisitId, Visit>,
    {
      kind,
      reason,
      given,
      agreed,
    }: Pick<Amendment, 'kind' | 'reason'> & Required<Pick<HowAmended, 'given' | 'agreed'>>,
  ): Promise<AmendmentResult> {
    const id = newId<'Amendment'>();
    const offers = offersOf(header, judged).map((offer): Offer => ({
      ...offer,
      agreedAt: agreed.includes(offer.specialistId) ? this.clock.now() : null,
    }));
    const offered = await this.offers.execute(offers, id);
    const changes = await this.moveSeats(judged, offered, locked, reason);
    const { amendment, notice } = await this.recorded.execute(header, { id, kind, reason, changes }, given);
    return resultOf(amendment, notice);
  }

  /** Takes people off, and records who goes in whose place. */
  private async moveSeats(
    { released, sent, overruledBy }: JudgedAmendment,
    offered: readonly Visit[],
    locked: ReadonlyMap<VisitId, Visit>,
    reason: string,
  ): Promise<MadeChange[]> {
    const getLocked = (id: VisitId): Visit => {
      const visit = locked.get(id);
      if (!visit) throw new Error(`visit ${id} was not locked before it was amended`);
      return visit;
    };
    const successors = new Map(
      sent.flatMap(({ insteadOf }, i) => {
        const visit = offered[i];
        return insteadOf && visit ? [[insteadOf.id, visit.id] as const] : [];
      }),
    );
    for (const { id } of released) await this.visits.release(getLocked(id), reason, successors.get(id) ?? null);
    const now = new Set(released.map(({ id }) => id));
    for (const [id, successor] of successors) {
      if (!now.has(id)) await this.visits.replace(getLocked(id), successor);
    }
    const made = (kind: MadeChange['kind'], visitId: VisitId, { specialistId, meetingId }: Duty): MadeChange => ({
      kind,
      visitId,
      specialistId,
      meetingId,
      replacedById: successors.get(visitId) ?? null,
      overrules: overruledBy({ specialistId, meetingId }),
    });
    return [
      ...released.map((visit) => made('release', visit.id, visit)),
      ...offered.map((visit) => made('send', visit.id, visit)),
    ];
  }

  private async repeated(amendment: Amendment): Promise<AmendmentResult> {
    const notice = amendment.noticeId === null ? null : await this.notices.get(amendment.noticeId);
    return resultOf(amendment, notice);
  }
}

/** @throws DomainError plan.amendment_hours_moved */
function demandSameHours({ released, sent, month: { facts } }: JudgedAmendment, hours: ShownHours): void {
  const meetingIds = [...released, ...sent].map(({ meetingId }) => meetingId);
  const moved = movedHours(hours, meetingIds, facts);
  if (moved.length > 0) throw new DomainError('plan.amendment_hours_moved', { moved, zone: facts.zone });
}

function offersOf({ id, month }: PlanHeader, { sent, month: { facts } }: JudgedAmendment): Offer[] {
  const meetings = new Map(facts.meetings.map((meeting) => [meeting.id, meeting]));
  return sent.map(({ specialistId, meetingId }) => {
    const meeting = meetings.get(meetingId);
    if (!meeting) throw new Error(`the amendment names a meeting that is not in its month: ${meetingId}`);
    const { branchId, startsAt, kind } = meeting;
    return { specialistId, meetingId, branchId, month, planId: id, heldOn: dayIn(facts.zone, startsAt), kind };
  });
}

function resultOf({ id, number, changes }: Amendment, notice: DutyNotice | null): AmendmentResult {
  const idsOf = (kind: MadeChange['kind']) => changes.flatMap((one) => (one.kind === kind ? [one.visitId] : []));
  return { id, number, notice, released: idsOf('release'), offered: idsOf('send') };
}
