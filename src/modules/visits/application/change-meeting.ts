import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { CancelMeeting, MoveMeeting } from '../../meetings/index.ts';
import type {} from '../errors.ts';
import { Visits } from '../infra/repositories/visits.ts';
import { CallOffMeeting } from './call-off-meeting.ts';
import { MoveVisitedMeeting } from './move-visited-meeting.ts';

type ChangedFacts = Parameters<MoveMeeting['execute']>[3];

/** A meeting as somebody saw it who changes it. */
export interface SeenMeeting {
  readonly revision: number;
  /** Whether its month was published: what is then said of mails and visits holds for one of the two alone. */
  readonly isPublished: boolean;
}

/** Changes a meeting, with its visits where the month is published; nobody can publish it meanwhile. */
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

  /** @throws DomainError meeting.published_meanwhile, or as MoveMeeting and MoveVisitedMeeting */
  move(month: Month, id: MeetingId, seen: SeenMeeting, to: ChangedFacts): Promise<void> {
    return this.choose(
      month,
      seen,
      () => this.moveVisited.execute(month, id, seen.revision, to),
      () => this.moveMeeting.execute(month, id, seen.revision, to),
    );
  }

  /** @throws DomainError meeting.published_meanwhile, or as CancelMeeting and CallOffMeeting */
  cancel(month: Month, id: MeetingId, seen: SeenMeeting, reason: string): Promise<void> {
    return this.choose(
      month,
      seen,
      () => this.callOff.ofMeeting(month, id, seen.revision, reason),
      () => this.cancelMeeting.execute(month, id, seen.revision, reason),
    );
  }

  /** @throws DomainError meeting.published_meanwhile, or as CancelMeeting and CallOffMeeting */
  restore(month: Month, id: MeetingId, seen: SeenMeeting): Promise<void> {
    return this.choose(
      month,
      seen,
      () => this.callOff.undoOfMeeting(month, id, seen.revision),
      () => this.cancelMeeting.undo(month, id, seen.revision),
    );
  }

  private choose(
    month: Month,
    seen: SeenMeeting,
    published: () => Promise<unknown>,
    open: () => Promise<unknown>,
  ): Promise<void> {
    return this.work.run(async () => {
      await this.visits.lockMonth(month);
      const isPublished = await this.visits.isPublished(month);
      if (isPublished && !seen.isPublished) throw new DomainError('meeting.published_meanwhile', { month });
      await (isPublished ? published() : open());
    });
  }
}
