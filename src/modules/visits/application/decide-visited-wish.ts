import { Injectable } from '@nestjs/common';
import type { MeetingId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { DecideWish, type WishDecision } from '../../meetings/index.ts';
import { MoveVisitedMeeting } from './move-visited-meeting.ts';

/** Decides what a branch wishes for its meeting; whoever was sent there already is moved with it, and told. */
@Injectable()
export class DecideVisitedWish {
  constructor(
    private readonly work: UnitOfWork,
    private readonly wishes: DecideWish,
    private readonly moveMeeting: MoveVisitedMeeting,
  ) {}

  /**
   * The same decision again does nothing. @throws DomainError inquiry.no_wish, edit.stale, and as
   * `MoveVisitedMeeting.execute`
   */
  execute(month: Month, id: MeetingId, seen: number, decision: WishDecision): Promise<void> {
    return this.work.run(async () => {
      await this.wishes.execute(month, id, seen, decision, (...move) => this.moveMeeting.execute(...move, true));
    });
  }
}
