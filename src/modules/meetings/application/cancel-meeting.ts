import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { cancel, type Meeting, restore } from '../domain/meeting.ts';
import { OpenMeeting } from './open-meeting.ts';
import { Meetings } from '../infra/repositories/meetings.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'meeting.cancelled': { readonly meetingId: MeetingId };
    'meeting.restored': { readonly meetingId: MeetingId };
  }
}

/** Cancels a meeting, or undoes that. */
@Injectable()
export class CancelMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenMeeting,
    private readonly meetings: Meetings,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** @throws DomainError meeting.not_found, meeting.month_published, edit.stale */
  execute(month: Month, id: MeetingId, revision: number, note: string): Promise<Meeting> {
    return this.change(month, id, revision, 'meeting.cancelled', (meeting) => cancel(meeting, note));
  }

  /** @throws DomainError as execute */
  undo(month: Month, id: MeetingId, revision: number): Promise<Meeting> {
    return this.change(month, id, revision, 'meeting.restored', restore);
  }

  private change(
    month: Month,
    id: MeetingId,
    revision: number,
    action: 'meeting.cancelled' | 'meeting.restored',
    by: (meeting: Meeting) => Meeting,
  ): Promise<Meeting> {
    return this.work.run(async () => {
      const before = await this.open.take(month, id, revision, (now) => by(now) === now);
      const meeting = by(before);
      if (meeting === before) return before;
      await this.meetings.updateAll([meeting]);
      this.audit.record({ action, subject: { kind: 'meeting', id }, details: { note: meeting.note } });
      await this.events.publish(action, { meetingId: id }, { subject: id, about: [`month/${month}`] });
      return meeting;
    });
  }
}
