import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { CancelMeeting, MoveMeeting } from '../../meetings/index.ts';
import { Visits } from '../infra/repositories/visits.ts';
import { CallOffMeeting } from './call-off-meeting.ts';
import { MoveVisitedMeeting } from './move-visited-meeting.ts';

type ChangedFacts = Parameters<MoveMeeting['execute']>[3];

/** Changes a meeting, with its visits where the month is published by then; nobody can publish it meanwhile. */
@Injectable()
export class ChangeMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: Visits,
    private readonly moveMeeting: MoveMeeting,
    private readonly cancelMeeting: CancelMeeting,
    private readonly moveVisited: MoveVisitedMeeting,
    private readonly callOff: CallOffMeeting,
  ) {}

  /** @throws DomainError as MoveMeeting and MoveVisitedMeeting */
  move(month: Month, id: MeetingId, seen: number, to: ChangedFacts): Promise<void> {
    return this.choose(
      month,
      () => this.moveVisited.execute(month, id, seen, to),
      () => this.moveMeeting.execute(month, id, seen, to),
    );
  }

  /** @throws DomainError as CancelMeeting and CallOffMeeting */
  cancel(month: Month, id: MeetingId, seen: number, reason: string): Promise<void> {
    return this.choose(
      month,
      () => this.callOff.ofMeeting(month, id, seen, reason),
      () => this.cancelMeeting.execute(month, id, seen, reason),
    );
  }

  /** @throws DomainError as CancelMeeting and CallOffMeeting */
  restore(month: Month, id: MeetingId, seen: number): Promise<void> {
    return this.choose(
      month,
      () => this.callOff.undoOfMeeting(month, id, seen),
      () => this.cancelMeeting.undo(month, id, seen),
    );
  }

  private choose(month: Month, published: () => Promise<unknown>, open: () => Promise<unknown>): Promise<void> {
    return this.work.run(async () => {
      await this.visits.lockMonth(month);
      await ((await this.visits.isPublished(month)) ? published() : open());
    });
  }
}
