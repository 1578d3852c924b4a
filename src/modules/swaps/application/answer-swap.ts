import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { SwapId } from '../../../kernel/id.ts';
import { dayIn } from '../../../kernel/month.ts';
import { may } from '../../../kernel/permissions.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { SwapGround } from '../../planning/index.ts';
import { VisitsReadModel } from '../../visits/index.ts';
import { agree, type Closing, make, readWords, refuse, reject, type Swap, withdraw } from '../domain/swap.ts';
import type {} from '../errors.ts';
import { SwapsReadModel } from '../infra/swaps-read-model.ts';
import { LockedSwaps } from './locked-swaps.ts';

/** The steps of a swap that people take. Each of them again has the same result as once. */
@Injectable()
export class AnswerSwap {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locked: LockedSwaps,
    private readonly ground: SwapGround,
    private readonly visits: VisitsReadModel,
    private readonly names: SwapsReadModel,
    private readonly clock: Clock,
  ) {}

  /**
   * The taker agrees: the swap is made, or waits for the board where the policy of the month says so.
   * @throws DomainError swap.not_found, swap.not_yours, swap.closed, swap.expired, swap.visit_changed,
   * swap.not_possible
   */
  agree(id: SwapId): Promise<Swap> {
    return this.work.run(async () => {
      const swap = await this.takeAsTaker(id);
      if (swap.state === 'made' || swap.state === 'agreed') return swap;
      const { zone } = await this.visits.get(swap.visitId);
      const agreed = agree(swap, dayIn(zone, this.clock.now()));
      await this.locked.mustBePossible(swap.month, swap);
      if (await this.ground.needsBoard(swap.month)) return this.locked.store(agreed, 'agreed');
      return this.make(agreed);
    });
  }

  /** @throws DomainError swap.not_found, swap.not_yours, swap.closed, swap.words_long */
  refuse(id: SwapId, words: string): Promise<Swap> {
    return this.work.run(async () => {
      const swap = await this.takeAsTaker(id);
      if (swap.state === 'refused' && swap.answer === readWords(words)) return swap;
      return this.locked.store(refuse(swap, words, this.closing()), 'refused');
    });
  }

  /** By the giver, or by the board. @throws DomainError swap.not_found, swap.not_yours, swap.closed */
  withdraw(id: SwapId): Promise<Swap> {
    return this.work.run(async () => {
      const swap = await this.locked.take(id);
      const { actor } = this.work;
      if (swap.giverId !== actor.specialistId && !may(actor, 'visit.report_for_others')) {
        throw new DomainError('swap.not_yours', {});
      }
      if (swap.state === 'withdrawn') return swap;
      return this.locked.store(withdraw(swap, this.closing()), 'withdrawn');
    });
  }

  /**
   * The board confirms what both have agreed on. @throws DomainError swap.not_found, swap.closed, swap.visit_changed,
   * swap.not_possible
   */
  confirm(id: SwapId): Promise<Swap> {
    return this.work.run(async () => {
      const swap = await this.locked.take(id);
      if (swap.state === 'made') return swap;
      if (swap.state === 'agreed') await this.locked.mustBePossible(swap.month, swap);
      return this.make(swap);
    });
  }

  /** The board does not confirm it. @throws DomainError swap.not_found, swap.closed, swap.words_long */
  reject(id: SwapId, words: string): Promise<Swap> {
    return this.work.run(async () => {
      const swap = await this.locked.take(id);
      if (swap.state === 'rejected' && swap.answer === readWords(words)) return swap;
      return this.locked.store(reject(swap, words, this.closing()), 'rejected');
    });
  }

  /**
   * Visits change hands in the same transaction, so that nobody has two places or none in between. A giver for whom the
   * board has asked never said that they go elsewhere instead, so they are asked.
   */
  private async make(agreed: Swap): Promise<Swap> {
    if (agreed.state !== 'agreed') throw new DomainError('swap.closed', { state: agreed.state });
    const amendmentId = await this.ground.carryOut(agreed.month, agreed, await this.reasonOf(agreed), [
      agreed.takerId,
      ...((await this.names.isAccountOf(agreed.askedBy, agreed.giverId)) ? [agreed.giverId] : []),
    ]);
    return this.locked.store(make(agreed, amendmentId, this.closing()), 'made');
  }

  /** Printed in mails to both and in the list of amendments; the words of the giver are for the board only. */
  private async reasonOf({ giverId, takerId, otherVisitId }: Swap): Promise<string> {
    const [giver, taker] = [await this.names.nameOf(giverId), await this.names.nameOf(takerId)];
    return otherVisitId === null
      ? `Đồng chí ${taker} nhận lượt dự của đồng chí ${giver} theo thỏa thuận của hai người`
      : `Đồng chí ${giver} và đồng chí ${taker} đổi lượt dự cho nhau theo thỏa thuận của hai người`;
  }

  private async takeAsTaker(id: SwapId): Promise<Swap> {
    const swap = await this.locked.take(id);
    if (swap.takerId !== this.work.actor.specialistId) throw new DomainError('swap.not_yours', {});
    return swap;
  }

  private closing(): Closing {
    return { at: this.clock.now(), by: this.work.actor.accountId };
  }
}
