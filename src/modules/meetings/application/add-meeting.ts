import { Injectable } from '@nestjs/common';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { Meeting } from '../domain/meeting.ts';
import { EnterMeeting, type NewMeeting } from './enter-meeting.ts';
import { OpenMeeting } from './open-meeting.ts';

/** Adds a meeting that is not one of the rule's. */
@Injectable()
export class AddMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenMeeting,
    private readonly enter: EnterMeeting,
  ) {}

  /** @throws DomainError meeting.month_published, meeting.month_far, meeting.branch_not_found, meeting.outside_month */
  execute(month: Month, wanted: NewMeeting): Promise<Meeting> {
    return this.work.run(async () => {
      await this.open.nearMonth(month);
      return this.enter.store(await this.enter.make(month, wanted));
    });
  }
}
