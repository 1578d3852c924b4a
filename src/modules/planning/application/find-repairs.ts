import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { MeetingRef, SpecialistRef } from '../../../kernel/id.ts';
import type { ProposedRepair, Repairs } from '../../../solver/index.ts';
import { takesPlace } from '../../visits/index.ts';
import type {} from '../errors.ts';
import type { AmendmentChange } from '../domain/amendment.ts';
import { askedRepair, type BrokenSeat } from '../domain/broken-seat.ts';
import { owedShares } from '../domain/owed-share.ts';
import { type PublishedMonth, type PublishedVisit } from '../domain/published-month.ts';
import { isWorthProposing } from '../domain/worth-proposing.ts';
import { PublishedMonthReadModel } from '../infra/published-month-read-model.ts';
import type { Shares } from './edit-costs.ts';
import type { SeenPlan } from './hand-drafts.ts';
import { Engine } from './ports.ts';

export interface RepairProposal extends Pick<ProposedRepair, 'takers' | 'cost' | 'losses' | 'isProven'> {
  /** What an amendment has to do for it. */
  readonly changes: readonly AmendmentChange[];
}

/** The best repairs of a broken seat, with what they were worked out from. */
export interface FoundRepairs extends Shares, Pick<Repairs, 'nearest' | 'isComplete'> {
  /** The plan as it was looked at; an amendment is refused once it is another one. */
  readonly seen: SeenPlan;
  /** Of whoever does not go, or should not; null for a seat that is empty. */
  readonly broken: PublishedVisit | null;
  /** Where the seat is taken by now, by whom; there is nothing to repair then. */
  readonly filledBy: PublishedVisit | null;
  /** Best first. */
  readonly proposals: readonly RepairProposal[];
}

/** How long the engine may look for all proposals together. */
const LOOKING_MS = 2_000;
const MINUTE_MS = 60_000;

/**
 * Works out who could take a seat of a published meeting. Nothing is stored: whoever applies a proposal sends its
 * changes, which are judged again under the lock.
 */
@Injectable()
export class FindRepairs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: PublishedMonthReadModel,
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {}

  /** The engine runs outside of any transaction. @throws DomainError plan.not_published, plan.unknown_duty, plan.meeting_begun */
  async of(month: Month, seat: BrokenSeat): Promise<FoundRepairs> {
    const published = await this.work.run(() => this.months.read(month));
    const now = this.clock.now();
    const broken = this.brokenIn(published, seat, now);
    const { header, visits } = published;
    const shared = {
      seen: { planId: header.id, revision: header.revision },
      broken,
      filledBy: filledBy(published, seat, broken),
      shareOf: owedShares(published.asked),
    };
    if (shared.filledBy !== null) return { ...shared, proposals: [], nearest: null, isComplete: true };
    const { problem, known, events, short } = askedRepair(published, seat);
    const options = { now: Math.floor(now.getTime() / MINUTE_MS), short, timeLimitMs: LOOKING_MS };
    const { found, nearest, isComplete } = await this.engine.repairs(problem, known, events, options);
    const shown = found.filter(isWorthProposing);
    return {
      ...shared,
      proposals: shown.map(({ takers, cost, losses, isProven }) => ({
        takers,
        cost,
        losses,
        isProven,
        changes: changesOf(cost, broken, visits),
      })),
      nearest,
      isComplete: isComplete && shown.length === found.length,
    };
  }

  private brokenIn({ facts, visits }: PublishedMonth, seat: BrokenSeat, now: Date): PublishedVisit | null {
    const meeting = facts.meetings.find(({ id }) => id === seat.meetingId);
    if (!meeting) throw new DomainError('plan.unknown_duty', {});
    if (meeting.startsAt <= now) throw new DomainError('plan.meeting_begun', {});
    if (seat.visitId === null) return null;
    const visit = visits.find(({ id, meetingId }) => id === seat.visitId && meetingId === seat.meetingId);
    if (!visit) throw new DomainError('plan.unknown_duty', {});
    return visit;
  }
}

/** Of a visit that left its seat the one that took it, or the one that took that one's; of an empty seat who goes there. */
function filledBy(
  { visits, problem }: PublishedMonth,
  { meetingId, visitId }: BrokenSeat,
  broken: PublishedVisit | null,
): PublishedVisit | null {
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  if (visitId === null) {
    const there = visits.filter((visit) => visit.meetingId === meetingId && takesPlace(visit.state));
    const wanted = problem.meetings.find(({ id }) => id === meetingId)?.minObservers ?? 0;
    return there.length >= Math.max(1, wanted) ? (there.at(-1) ?? null) : null;
  }
  let next = broken;
  for (let steps = 0; next !== null && steps < visits.length; steps += 1) {
    next = next.replacedById === null ? null : (byId.get(next.replacedById) ?? null);
    if (next !== null && takesPlace(next.state)) return next;
  }
  return null;
}

/** Whoever is still to go is taken off with it; the cost names all others who move. */
function changesOf(
  { people }: ProposedRepair['cost'],
  broken: PublishedVisit | null,
  visits: readonly PublishedVisit[],
): AmendmentChange[] {
  const idOf = (specialistId: SpecialistRef, meetingId: MeetingRef) =>
    visits.find(
      (visit) => visit.specialistId === specialistId && visit.meetingId === meetingId && takesPlace(visit.state),
    )?.id;
  const off = broken !== null && takesPlace(broken.state) ? [broken.id] : [];
  const moved = people.flatMap(({ specialistId, dropped }) =>
    dropped.flatMap((meetingId) => idOf(specialistId, meetingId) ?? []),
  );
  return [
    ...[...new Set([...off, ...moved])].map((visitId) => ({ kind: 'release' as const, visitId })),
    ...people.flatMap(({ specialistId, added }) =>
      added.map((meetingId): AmendmentChange => ({
        kind: 'send',
        specialistId: specialistId as PublishedVisit['specialistId'],
        meetingId: meetingId as PublishedVisit['meetingId'],
      })),
    ),
  ];
}
