import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { staleEdit } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { CalendarChangeId } from '../domain/calendar-change.ts';
import { editWith, type Meeting, type SharedEdit } from '../domain/meeting.ts';
import type {} from '../errors.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { Meetings } from '../infra/repositories/meetings.ts';
import { KeepChange } from './keep-change.ts';
import { OpenMeeting } from './open-meeting.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'calendar.meetings_edited': { readonly month: Month; readonly changeId: CalendarChangeId };
  }
}

export interface SeenMeeting {
  readonly id: MeetingId;
  /** The revision that the editor has seen. */
  readonly revision: number;
}

/** Gives many meetings one hour, duration, place or kind, in one transaction that can be taken back. */
@Injectable()
export class EditMeetings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenMeeting,
    private readonly meetings: Meetings,
    private readonly rules: MeetingRules,
    private readonly keep: KeepChange,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /**
   * Null where every meeting is so already, as after a second click. @throws DomainError meeting.month_published,
   * meeting.not_found, meeting.is_cancelled, edit.stale
   */
  execute(month: Month, chosen: readonly SeenMeeting[], edit: SharedEdit): Promise<CalendarChangeId | null> {
    return this.work.run(async () => {
      await this.open.month(month);
      const zone = await this.rules.zone();
      const stored = new Map((await this.meetings.list(month)).map((meeting) => [meeting.id, meeting]));
      const changed: { readonly before: Meeting; readonly after: Meeting }[] = [];
      for (const { id, revision } of new Map(chosen.map((one) => [one.id, one])).values()) {
        const before = stored.get(id);
        if (!before) throw new DomainError('meeting.not_found', { meetingId: id });
        const after = editWith(before, edit, zone);
        if (after === before) continue;
        if (before.revision !== revision) throw staleEdit();
        changed.push({ before, after });
      }
      if (changed.length === 0) return null;
      await this.meetings.updateAll(changed.map(({ after }) => after));
      const changeId = await this.keep.of(month, 'edited', changed);
      for (const { before, after } of changed) {
        this.audit.record({
          action: 'meeting.moved',
          subject: { kind: 'meeting', id: before.id },
          details: { from: before.startsAt, to: after.startsAt, place: after.place, kind: after.kind, changeId },
        });
      }
      await this.events.publish('calendar.meetings_edited', { month, changeId }, { about: [`month/${month}`] });
      return changeId;
    });
  }
}
