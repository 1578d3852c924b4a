import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { cancel, type Meeting, restore } from '../domain/meeting.ts';
import type {} from './cancel-meeting.ts';
import { Meetings } from '../infra/repositories/meetings.ts';

/**
 * Records that a meeting of a published month did not take place, or did after all. The calendar of such a month cannot
 * be edited, but outcomes can be recorded; callers lock the meeting's visits first.
 */
@Injectable()
export class CallOffPublished {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** @throws DomainError meeting.not_found */
  execute(id: MeetingId, note: string): Promise<void> {
    return this.change(id, 'meeting.cancelled', (meeting) => cancel(meeting, note));
  }

  /** @throws DomainError meeting.not_found */
  undo(id: MeetingId): Promise<void> {
    return this.change(id, 'meeting.restored', restore);
  }

  private change(
    id: MeetingId,
    action: 'meeting.cancelled' | 'meeting.restored',
    by: (meeting: Meeting) => Meeting,
  ): Promise<void> {
    return this.work.run(async () => {
      const before = await this.meetings.getForUpdate(id);
      const meeting = by(before);
      if (meeting === before) return;
      await this.meetings.updateAll([meeting]);
      this.audit.record({ action, subject: { kind: 'meeting', id }, details: { note: meeting.note } });
      await this.events.publish(action, { meetingId: id }, { subject: id, about: [`month/${meeting.month}`] });
    });
  }
}
