import { newId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { CalendarChange, CalendarChangeId, ChangedMeeting } from '../domain/calendar-change.ts';
import { CalendarChanges } from '../infra/repositories/calendar-changes.ts';

/** Records a change of meetings, so that it can be taken back. */
@Injectable()
export class KeepChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly changes: CalendarChanges,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async of(month: Month, kind: CalendarChange['kind'], meetings: readonly ChangedMeeting[]): Promise<CalendarChangeId> {
    const id = newId<'CalendarChange'>();
    const madeBy = this.work.actor.accountId;
    await this.changes.insert({ id, month, kind, meetings, madeAt: this.clock.now(), madeBy });
    this.audit.record({
      action: 'calendar.changed',
      subject: { kind: 'calendar_change', id },
      details: { month, kind, meetings: meetings.length },
    });
    return id;
  }
}
