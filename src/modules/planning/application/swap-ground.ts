import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError, type Fault } from '../../../kernel/domain-error.ts';
import type { AmendmentId, MeetingId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { type ChangeCost, HandMonth } from '../../../solver/index.ts';
import { isOpen } from '../../visits/index.ts';
import type {} from '../errors.ts';
import { plannedAmendment } from '../domain/amendment.ts';
import { judgeEdit } from '../domain/judge-edit.ts';
import { owedShares } from '../domain/owed-share.ts';
import { dutiesOf, type PublishedVisit } from '../domain/published-month.ts';
import { swapChanges, type SwapTerms } from '../domain/swap-changes.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';
import { PublishedMonthReadModel } from '../infra/published-month-read-model.ts';
import { Plans } from '../infra/repositories/plans.ts';
import { AmendPlan } from './amend-plan.ts';
import { JudgeAmendment } from './judge-amendment.ts';

/** Somebody who could take a visit. */
export interface Taker {
  readonly specialistId: SpecialistId;
  /** Visits without this one, and what the month asks of them, in hundredths of a visit. */
  readonly visits: number;
  readonly share: number;
}

/** A visit that could be exchanged for another one. */
export interface ExchangeOffer {
  readonly visitId: VisitId;
  readonly specialistId: SpecialistId;
}

export interface SwapChoices {
  /** Those first who have the least to carry. */
  readonly takers: readonly Taker[];
  /** The best for the month first; not more than a page can show. */
  readonly exchanges: readonly ExchangeOffer[];
}

const MOST_EXCHANGES = 20;

/**
 * Swaps as the plan sees them. Only what keeps every rule may be swapped: what the board overrules with a reason is for
 * the board to amend.
 */
@Injectable()
export class SwapGround {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: PublishedMonthReadModel,
    private readonly facts: MonthFactsReadModel,
    private readonly judge: JudgeAmendment,
    private readonly plans: Plans,
    private readonly amend: AmendPlan,
    private readonly clock: Clock,
  ) {}

  /** Whether the board has to confirm the swaps of a month. */
  async needsBoard(month: Month): Promise<boolean> {
    return this.work.run(async () => (await this.facts.policy(month)).swapsNeedBoard);
  }

  /** With whom a visit could be swapped now. @throws DomainError plan.not_published, plan.unknown_duty */
  choices(month: Month, visitId: VisitId): Promise<SwapChoices> {
    return this.work.run(async () => {
      const now = this.clock.now();
      const published = await this.months.read(month);
      const { problem, visits } = published;
      const visit = visits.find(({ id }) => id === visitId);
      if (!visit) throw new DomainError('plan.unknown_duty', {});
      if (!isAhead(visit, now)) return { takers: [], exchanges: [] };
      const hand = new HandMonth(problem);
      const plan = { duties: dutiesOf(published), decisions: [] };
      // One list for all questions, so that what was counted of it is kept.
      const costOf = (terms: SwapTerms): ChangeCost | null => {
        const { effect } = plannedAmendment(swapChanges(terms, published), published, now);
        const { can, cost } = judgeEdit(hand, plan, effect);
        return can === 'yes' ? cost : null;
      };
      const there = new Set(visits.filter((one) => one.meetingId === visit.meetingId && isAhead(one, now)).map(byWhom));
      const others = problem.specialists.map(({ id }) => id as SpecialistId).filter((id) => !there.has(id));
      const shareOf = owedShares(published.asked);
      const takers = others
        .filter((takerId) => costOf({ visitId, takerId, otherVisitId: null }) !== null)
        .map((specialistId): Taker => ({
          specialistId,
          visits: plan.duties.filter((duty) => duty.specialistId === specialistId).length,
          share: shareOf(specialistId),
        }));
      const exchanges = visits
        .filter((one) => isAhead(one, now) && !there.has(one.specialistId) && one.meetingId !== visit.meetingId)
        .filter(({ meetingId }) => !visits.some((one) => isSameDuty(one, visit.specialistId, meetingId, now)))
        .flatMap(({ id, specialistId }) => {
          const cost = costOf({ visitId, takerId: specialistId, otherVisitId: id });
          return cost === null ? [] : [{ visitId: id, specialistId, cost }];
        })
        .toSorted((a, b) => byCost(a.cost, b.cost) || (a.visitId < b.visitId ? -1 : 1))
        .slice(0, MOST_EXCHANGES);
      return {
        takers: takers.toSorted((a, b) => carried(a) - carried(b) || (a.specialistId < b.specialistId ? -1 : 1)),
        exchanges: exchanges.map(({ cost: _, ...offer }) => offer),
      };
    });
  }

  /**
   * What speaks against a swap now; nothing where it may be made. @throws DomainError plan.not_published,
   * plan.unknown_duty, plan.meeting_begun, visit.not_ahead, plan.already_so
   */
  async faultsOf(month: Month, terms: SwapTerms): Promise<readonly Fault[]> {
    return this.work.run(async () => {
      const { can, faults } = await this.judge.of(month, swapChanges(terms, await this.months.read(month)));
      return can === 'yes' ? [] : faults;
    });
  }

  /**
   * Makes a swap in the plan as it is now; to be called while the month is locked. @param agreed who has said that they
   * go; whoever else gets a visit by it is asked. @throws DomainError as `AmendPlan`
   */
  async carryOut(
    month: Month,
    terms: SwapTerms,
    reason: string,
    agreed: readonly SpecialistId[],
  ): Promise<AmendmentId> {
    return this.work.run(async () => {
      const header = await this.plans.findPublished(month);
      if (!header) throw new DomainError('plan.not_published', { month });
      const changes = swapChanges(terms, await this.months.read(month));
      const seen = { planId: header.id, revision: header.revision };
      return (await this.amend.execute(month, seen, changes, reason, { kind: 'swap', agreed })).id;
    });
  }
}

const byWhom = ({ specialistId }: PublishedVisit): SpecialistId => specialistId;

function isAhead({ state, startsAt }: PublishedVisit, now: Date): boolean {
  return isOpen(state) && startsAt > now;
}

function isSameDuty(visit: PublishedVisit, specialistId: SpecialistId, meetingId: MeetingId, now: Date): boolean {
  return visit.specialistId === specialistId && visit.meetingId === meetingId && isAhead(visit, now);
}

/** Hundredths of a visit beyond the share. */
function carried({ visits, share }: Taker): number {
  return visits * 100 - share;
}

/** Tier by tier. */
function byCost(a: ChangeCost, b: ChangeCost): number {
  const differences = (cost: ChangeCost) => cost.tiers.map(({ before, after }) => after - before);
  const [one, two] = [differences(a), differences(b)];
  const at = one.findIndex((value, i) => value !== two[i]);
  return at < 0 ? 0 : (one[at] ?? 0) - (two[at] ?? 0);
}
