import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { MeetingId, VisitId } from '../../../kernel/id.ts';
import { dayIn, type Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { DeadlinesReadModel, VisitsReadModel } from '../../visits/index.ts';
import { askAgain, expire, isOpen, lapse, type Swap } from '../domain/swap.ts';
import { Swaps } from '../infra/repositories/swaps.ts';
import { LockedSwaps } from './locked-swaps.ts';

/** Looks through open swaps when their visits have changed, and each morning. */
@Injectable()
export class ReviewSwaps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly swaps: Swaps,
    private readonly locked: LockedSwaps,
    private readonly visits: VisitsReadModel,
    private readonly deadlines: DeadlinesReadModel,
    private readonly clock: Clock,
  ) {}

  /**
   * After a change of the plan or of a meeting of a month: what cannot be made any more lapses, what was moved is asked
   * again.
   */
  afterChange(month: Month): Promise<void> {
    return this.eachOpen(month, async (swap) => {
      if (!(await this.locked.isPossible(swap))) {
        await this.locked.store(lapse(swap, this.clock.now()), 'lapsed');
        return;
      }
      const visit = await this.visits.get(swap.visitId);
      const other = swap.otherVisitId && (await this.visits.get(swap.otherVisitId));
      const [startsAt, otherStartsAt] = [visit.startsAt, other ? other.startsAt : null];
      const isSame =
        startsAt.getTime() === swap.startsAt.getTime() && otherStartsAt?.getTime() === swap.otherStartsAt?.getTime();
      if (isSame) return;
      const first = otherStartsAt !== null && otherStartsAt < startsAt ? otherStartsAt : startsAt;
      const today = dayIn(visit.zone, this.clock.now());
      const answerBy = (await this.deadlines.read()).answerBy(today, dayIn(visit.zone, first));
      await this.locked.store(askAgain(swap, { startsAt, otherStartsAt, answerBy }), 'moved');
    });
  }

  /** Each morning: what nobody answered in time has expired; who has today to answer is reminded, once. */
  daily(): Promise<void> {
    return this.eachOpen(null, async (swap) => {
      const now = this.clock.now();
      const visit = await this.visits.get(swap.visitId);
      const today = dayIn(visit.zone, now);
      if (swap.startsAt <= now || (swap.otherStartsAt !== null && swap.otherStartsAt <= now)) {
        const closed = swap.state === 'asked' ? expire(swap, now) : lapse(swap, now);
        await this.locked.store(closed, swap.state === 'asked' ? 'expired' : 'lapsed');
      } else if (swap.state === 'asked' && today > swap.answerBy) {
        await this.locked.store(expire(swap, now), 'expired');
      } else if (swap.state === 'asked' && today === swap.answerBy && swap.remindedAt === null) {
        // Whoever was asked this morning need not be reminded of it.
        if (dayIn(visit.zone, swap.askedAt) < today) await this.locked.store({ ...swap, remindedAt: now }, 'reminded');
      }
    });
  }

  /** The same where only a visit or a meeting is known. */
  afterChangeOf(about: { readonly visitId: VisitId } | { readonly meetingId: MeetingId }): Promise<void> {
    return this.work.run(async () => {
      const month = await this.swaps.monthOf(about);
      if (month !== null) await this.afterChange(month);
    });
  }

  private eachOpen(month: Month | null, review: (swap: Swap) => Promise<void>): Promise<void> {
    return this.work.run(async () => {
      for (const { id } of await this.swaps.listOpen(month)) {
        const swap = await this.locked.take(id);
        if (isOpen(swap)) await review(swap);
      }
    });
  }
}
