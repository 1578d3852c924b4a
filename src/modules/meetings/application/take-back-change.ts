import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { type CalendarChangeId, takeBack } from '../domain/calendar-change.ts';
import { CalendarChanges } from '../infra/repositories/calendar-changes.ts';
import { Meetings } from '../infra/repositories/meetings.ts';
import { OpenMeeting } from './open-meeting.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'calendar.taken_back': { readonly month: Month; readonly changeId: CalendarChangeId };
  }
}

export interface TakeBackReport {
  readonly back: number;
  /** Number of meetings edited since and left unchanged. */
  readonly kept: number;
}

/** Undoes a change of many meetings; both stay in the trail. */
@Injectable()
export class TakeBackChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenMeeting,
    private readonly meetings: Meetings,
    private readonly changes: CalendarChanges,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Null where it was taken back before. @throws DomainError calendar_change.not_found, meeting.month_published */
  execute(month: Month, id: CalendarChangeId): Promise<TakeBackReport | null> {
    return this.work.run(async () => {
      await this.open.month(month);
      const change = await this.changes.get(month, id);
      if (change.takenBackAt) return null;
      const { updated, inserted, replaced, kept } = takeBack(change, await this.meetings.list(month));
      await this.meetings.deleteAll(replaced);
      await this.meetings.updateAll(updated);
      await this.meetings.insertAll(inserted);
      await this.changes.markTakenBack(id, this.clock.now());
      const report = { back: updated.length + inserted.length, kept: kept.length };
      this.audit.record({
        action: 'calendar.taken_back',
        subject: { kind: 'month', id: month },
        details: { changeId: id, change: change.kind, ...report },
      });
      for (const meeting of [...updated, ...inserted]) {
        this.audit.record({
          action: 'meeting.taken_back',
          subject: { kind: 'meeting', id: meeting.id },
          details: { to: meeting.startsAt, changeId: id },
        });
      }
      await this.events.publish('calendar.taken_back', { month, changeId: id }, { about: [`month/${month}`] });
      return report;
    });
  }
}
