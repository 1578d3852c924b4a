import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { isMovedTo, type Meeting, type Occasion } from '../domain/meeting.ts';
import type {} from '../errors.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { Meetings } from '../infra/repositories/meetings.ts';
import { EnterMeeting, type NewMeeting } from './enter-meeting.ts';

/**
 * Enters a meeting that the calendar of a published month does not have, or finds the one that it has and that is over,
 * for which nobody can be sent any more; takes part in the caller's transaction, which has locked the month and enters
 * who goes there, or went.
 */
@Injectable()
export class AddPublished {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly rules: MeetingRules,
    private readonly enter: EnterMeeting,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError meeting.not_published, meeting.branch_not_found, meeting.outside_month, meeting.in_calendar where
   * the branch meets at that time and it is not over, or other hours than the calendar's were given
   */
  execute(month: Month, wanted: NewMeeting): Promise<Meeting> {
    return this.work.run(async () => {
      if (!(await this.meetings.isPublished(month))) throw new DomainError('meeting.not_published', { month });
      const meeting = await this.enter.make(month, wanted);
      const others = (await this.meetings.list(month)).filter(({ branchId }) => branchId === meeting.branchId);
      const same = others.find((one) => one.state === 'scheduled' && overlaps(one, meeting));
      if (same && isAt(same, meeting) && same.endsAt <= this.clock.now()) return same;
      if (same) throw new DomainError('meeting.in_calendar', { meetingId: same.id });
      return this.enter.store(meeting, { isPublished: true });
    });
  }

  /** @throws DomainError meeting.not_found */
  get(id: MeetingId): Promise<Meeting> {
    return this.work.run(() => this.meetings.getForUpdate(id));
  }

  /** Whether it is at that time and place. */
  isAt(meeting: Meeting, at: Occasion): Promise<boolean> {
    return this.work.run(async () => isMovedTo(meeting, at, await this.rules.zone()));
  }
}

function isAt(one: Meeting, other: Meeting): boolean {
  return +one.startsAt === +other.startsAt && +one.endsAt === +other.endsAt;
}

function overlaps(one: Meeting, other: Meeting): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}
