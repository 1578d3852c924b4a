import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { cancel, type Meeting, restore } from '../domain/meeting.ts';
import type {} from './cancel-meeting.ts';
import { Meetings } from '../infra/repositories/meetings.ts';
import { TellBranch } from './tell-branch.ts';

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
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly branch: TellBranch,
  ) {}

  /**
   * The same again does nothing. `seen`: the meeting's revision, where somebody has looked at it. @throws DomainError
   * meeting.not_found, meeting.not_published, edit.stale
   */
  execute(id: MeetingId, note: string, seen: number | null = null): Promise<void> {
    return this.change(id, seen, 'meeting.cancelled', (meeting) => cancel(meeting, note));
  }

  /** @throws DomainError as execute */
  undo(id: MeetingId, seen: number | null = null): Promise<void> {
    return this.change(id, seen, 'meeting.restored', restore);
  }

  private change(
    id: MeetingId,
    seen: number | null,
    action: 'meeting.cancelled' | 'meeting.restored',
    by: (meeting: Meeting) => Meeting,
  ): Promise<void> {
    return this.work.run(async () => {
      const before = await this.meetings.getForUpdate(id);
      if (!(await this.meetings.isPublished(before.month))) {
        throw new DomainError('meeting.not_published', { month: before.month });
      }
      const meeting = by(before);
      if (meeting === before) return;
      if (seen !== null) await this.edits.named({ kind: 'meeting', id }, () => mustHaveSeen(seen, before.revision));
      await this.meetings.updateAll([meeting]);
      await this.branch.execute(action === 'meeting.cancelled' ? 'called_off' : 'restored', before, meeting);
      this.audit.record({ action, subject: { kind: 'meeting', id }, details: { note: meeting.note } });
      await this.events.publish(action, { meetingId: id }, { subject: id, about: [`month/${meeting.month}`] });
    });
  }
}
