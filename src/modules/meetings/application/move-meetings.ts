import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { staleEdit } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import { type Day, dayIn, type Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { CalendarChangeId, ChangedMeeting } from '../domain/calendar-change.ts';
import { moveToDay } from '../domain/meeting.ts';
import type {} from '../errors.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { Meetings } from '../infra/repositories/meetings.ts';
import { KeepChange } from './keep-change.ts';
import { OpenMeeting } from './open-meeting.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'calendar.meetings_moved': { readonly month: Month; readonly changeId: CalendarChangeId };
  }
}

export interface MeetingMove {
  readonly id: MeetingId;
  /** The revision that the editor has seen. */
  readonly revision: number;
  readonly day: Day;
}

/** Moves many meetings to other days, each at its own hour and place, in one transaction that can be taken back. */
@Injectable()
export class MoveMeetings {
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
   * Null where every meeting is on its day already, as after a second click. @throws DomainError
   * meeting.month_published, meeting.not_found, meeting.is_cancelled, meeting.outside_month, edit.stale
   */
  execute(month: Month, moves: readonly MeetingMove[]): Promise<CalendarChangeId | null> {
    return this.work.run(async () => {
      await this.open.month(month);
      const zone = await this.rules.zone();
      const stored = new Map((await this.meetings.list(month)).map((meeting) => [meeting.id, meeting]));
      const changed: ChangedMeeting[] = [];
      for (const { id, revision, day } of new Map(moves.map((move) => [move.id, move])).values()) {
        const before = stored.get(id);
        if (!before) throw new DomainError('meeting.not_found', { meetingId: id });
        if (dayIn(zone, before.startsAt) === day) continue;
        if (before.revision !== revision) throw staleEdit();
        changed.push({ before, after: moveToDay(before, day, zone) });
      }
      if (changed.length === 0) return null;
      await this.meetings.updateAll(changed.flatMap(({ after }) => after ?? []));
      const changeId = await this.keep.of(month, 'moved', changed);
      for (const { before, after } of changed) {
        this.audit.record({
          action: 'meeting.moved',
          subject: { kind: 'meeting', id: before.id },
          details: { from: before.startsAt, to: after?.startsAt, place: before.place, changeId },
        });
      }
      await this.events.publish('calendar.meetings_moved', { month, changeId }, { about: [`month/${month}`] });
      return changeId;
    });
  }
}
