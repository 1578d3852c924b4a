import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { type Month, monthIn, monthsBetween } from '../../../kernel/month.ts';
import { LastEdit } from '../../audit/index.ts';
import type { Meeting } from '../domain/meeting.ts';
import type {} from '../errors.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { Meetings } from '../infra/repositories/meetings.ts';

/** Nobody plans a month this far from today, so its year must be mistyped. */
const FAR_MONTHS = 120;

/** The first steps of every edit of a meeting. */
@Injectable()
export class OpenMeeting {
  constructor(
    private readonly meetings: Meetings,
    private readonly edits: LastEdit,
    private readonly rules: MeetingRules,
    private readonly clock: Clock,
  ) {}

  /** Locks the month until the transaction ends. @throws DomainError meeting.month_published */
  async month(month: Month): Promise<void> {
    await this.meetings.lock(month);
    if (await this.meetings.isPublished(month)) throw new DomainError('meeting.month_published', { month });
  }

  /** The same for new meetings. @throws DomainError meeting.month_published, meeting.month_far */
  async nearMonth(month: Month): Promise<void> {
    const away = monthsBetween(monthIn(await this.rules.zone(), this.clock.now()), month);
    if (Math.abs(away) > FAR_MONTHS) throw new DomainError('meeting.month_far', { month, years: FAR_MONTHS / 12 });
    await this.month(month);
  }

  /** Whether it was removed before, as after a second click. @throws DomainError meeting.month_published */
  async isRemoved(month: Month, id: MeetingId): Promise<boolean> {
    await this.month(month);
    return (await this.meetings.find(id)) === null && this.edits.isLast({ kind: 'meeting', id }, 'meeting.removed');
  }

  /**
   * The meeting in the revision that its editor has seen; a newer one where it is already as wanted, as after a second
   * click. @throws DomainError meeting.not_found, meeting.month_published, edit.stale
   */
  async take(
    month: Month,
    id: MeetingId,
    revision: number,
    isSoAlready: (meeting: Meeting) => boolean = () => false,
  ): Promise<Meeting> {
    await this.month(month);
    const meeting = await this.meetings.getForUpdate(id);
    if (meeting.month !== month) throw new DomainError('meeting.not_found', { meetingId: id });
    if (!isSoAlready(meeting)) {
      await this.edits.named({ kind: 'meeting', id }, () => mustHaveSeen(revision, meeting.revision));
    }
    return meeting;
  }
}
