import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { type ChangedMeetingFacts, isMovedTo, type Meeting, move } from '../domain/meeting.ts';
import { OpenMeeting } from './open-meeting.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { Meetings } from '../infra/repositories/meetings.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'meeting.moved': { readonly meetingId: MeetingId };
  }
}

/** Changes a meeting's day, time, place or kind; from then on the rule no longer changes it. */
@Injectable()
export class MoveMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenMeeting,
    private readonly meetings: Meetings,
    private readonly rules: MeetingRules,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** @throws DomainError meeting.not_found, meeting.month_published, edit.stale, meeting.is_cancelled, meeting.outside_month */
  execute(month: Month, id: MeetingId, revision: number, to: ChangedMeetingFacts): Promise<Meeting> {
    return this.work.run(async () => {
      const zone = await this.rules.zone();
      const before = await this.open.take(month, id, revision, (now) => isMovedTo(now, to, zone));
      if (isMovedTo(before, to, zone)) return before;
      const meeting = move(before, to, zone);
      await this.meetings.updateAll([meeting]);
      this.audit.record({
        action: 'meeting.moved',
        subject: { kind: 'meeting', id },
        details: { from: before.startsAt, to: meeting.startsAt, place: meeting.place, kind: meeting.kind },
      });
      await this.events.publish('meeting.moved', { meetingId: id }, { subject: id, about: [`month/${month}`] });
      return meeting;
    });
  }
}
