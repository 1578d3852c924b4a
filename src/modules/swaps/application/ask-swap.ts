import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { newId, type SpecialistId, type VisitId } from '../../../kernel/id.ts';
import { dayIn } from '../../../kernel/month.ts';
import { may } from '../../../kernel/permissions.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { DeclineKind } from '../../../kernel/vocabulary.ts';
import { Plans } from '../../planning/index.ts';
import { DeadlinesReadModel, VisitsReadModel } from '../../visits/index.ts';
import { readWords, type Swap } from '../domain/swap.ts';
import type {} from '../errors.ts';
import { SwapsReadModel } from '../infra/swaps-read-model.ts';
import { Swaps } from '../infra/repositories/swaps.ts';
import { LockedSwaps } from './locked-swaps.ts';

export interface SwapRequest {
  readonly takerId: SpecialistId;
  /** The visit of the taker that is wanted for it; null where none is. */
  readonly otherVisitId: VisitId | null;
  readonly reasonKind: DeclineKind;
  readonly reason: string;
}

/** Asks somebody to take a visit: by its specialist, or by the board on their behalf. */
@Injectable()
export class AskSwap {
  constructor(
    private readonly work: UnitOfWork,
    private readonly swaps: Swaps,
    private readonly locked: LockedSwaps,
    private readonly plans: Plans,
    private readonly visits: VisitsReadModel,
    private readonly names: SwapsReadModel,
    private readonly deadlines: DeadlinesReadModel,
    private readonly clock: Clock,
  ) {}

  /**
   * The same again has the same result as once; another one while one is open is refused.
   * @throws DomainError visit.not_found, visit.not_yours, swap.words_long, swap.open_already, swap.visit_changed,
   * swap.not_possible
   */
  execute(visitId: VisitId, { takerId, otherVisitId, reasonKind, reason: typed }: SwapRequest): Promise<Swap> {
    return this.work.run(async () => {
      const { month, specialistId: giverId } = await this.visits.get(visitId);
      const { specialistId, accountId } = this.work.actor;
      if (giverId !== specialistId && !may(this.work.actor, 'visit.report_for_others')) {
        throw new DomainError('visit.not_yours', { visitId });
      }
      const reason = readWords(typed);
      await this.plans.lock(month);
      const terms = { visitId, takerId, otherVisitId };
      for (const id of otherVisitId === null ? [visitId] : [visitId, otherVisitId]) {
        const open = await this.swaps.findOpenOf(id);
        if (!open) continue;
        if (open.visitId === visitId && open.takerId === takerId && open.otherVisitId === otherVisitId) return open;
        const name = await this.names.nameOf(open.visitId === id ? open.takerId : open.giverId);
        throw new DomainError('swap.open_already', { name });
      }
      await this.locked.mustBePossible(month, terms);
      // Read once it is locked: the meetings may have been moved while this waited.
      const [visit, other] = await this.linesOf(visitId, otherVisitId);
      const now = this.clock.now();
      const first = other !== null && other.startsAt < visit.startsAt ? other : visit;
      const answerBy = (await this.deadlines.read()).answerBy(
        dayIn(visit.zone, now),
        dayIn(visit.zone, first.startsAt),
      );
      const swap: Swap = {
        ...terms,
        id: newId(),
        month,
        giverId,
        reasonKind,
        reason,
        state: 'asked',
        answer: '',
        startsAt: visit.startsAt,
        otherStartsAt: other?.startsAt ?? null,
        answerBy,
        askedAt: now,
        askedBy: accountId,
        closedAt: null,
        closedBy: null,
        remindedAt: null,
        amendmentId: null,
        revision: 1,
      };
      await this.swaps.insert(swap);
      await this.locked.note(swap, 'asked');
      return swap;
    });
  }

  private async linesOf(visitId: VisitId, otherVisitId: VisitId | null) {
    const visit = await this.visits.get(visitId);
    return [visit, otherVisitId === null ? null : await this.visits.get(otherVisitId)] as const;
  }
}
