import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.ts';
import type { BranchId } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { type BranchWithRule, kindsWithoutDay, monthCalendar } from '../domain/month-calendar.ts';
import { reconcileCalendar } from '../domain/reconcile-calendar.ts';
import { KeepChange } from './keep-change.ts';
import { OpenMeeting } from './open-meeting.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { WorkCalendarReadModel } from '../infra/work-calendar-read-model.ts';
import { Meetings } from '../infra/repositories/meetings.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'calendar.made': { readonly month: Month };
    'calendar.cleared': { readonly month: Month };
  }
}

export interface CalendarReport {
  readonly month: Month;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Number of meetings edited by somebody and left unchanged. */
  readonly kept: number;
  readonly unchanged: number;
  /** Meetings that the rule of a branch wants on a weekday that the month does not have. */
  readonly withoutDay: readonly BranchWithoutDay[];
}

export interface BranchWithoutDay {
  readonly branchId: BranchId;
  readonly name: string;
  readonly kind: MeetingKind;
}

/** Makes a month's calendar from the branches' rules, or updates it by them. */
@Injectable()
export class MakeCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenMeeting,
    private readonly meetings: Meetings,
    private readonly rules: MeetingRules,
    private readonly workdays: WorkCalendarReadModel,
    private readonly keep: KeepChange,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** @throws DomainError meeting.month_published, meeting.month_far */
  execute(month: Month): Promise<CalendarReport> {
    return this.work.run(async () => {
      await this.open.nearMonth(month);
      return this.make(month);
    });
  }

  /** The same for the schedule: leaves a published month unchanged without an error. */
  makeIfUnpublished(month: Month): Promise<CalendarReport | null> {
    return this.work.run(async () => {
      await this.meetings.lock(month);
      return (await this.meetings.isPublished(month)) ? null : this.make(month);
    });
  }

  /**
   * Deletes the calendar of an unpublished month, edits included; can be taken back. @throws DomainError
   * meeting.month_published
   */
  clear(month: Month): Promise<number> {
    return this.work.run(async () => {
      await this.open.month(month);
      const stored = await this.meetings.list(month);
      await this.meetings.deleteAll(stored.map(({ id }) => id));
      if (stored.length > 0) {
        const removed = stored.map((before) => ({ before, after: null }));
        const changeId = await this.keep.of(month, 'cleared', removed);
        this.audit.record({
          action: 'calendar.cleared',
          subject: { kind: 'month', id: month },
          details: { meetings: stored.length, changeId },
        });
        await this.announce('calendar.cleared', month);
      }
      return stored.length;
    });
  }

  private announce(name: 'calendar.made' | 'calendar.cleared', month: Month): Promise<void> {
    return this.events.publish(name, { month }, { about: [`month/${month}`] });
  }

  private async make(month: Month): Promise<CalendarReport> {
    const zone = await this.rules.zone();
    const branches = await this.rules.branches();
    const foreseen = monthCalendar(branches, month, await this.workdays.read(), zone);
    const { added, changed, removed, kept, unchanged } = reconcileCalendar(
      await this.meetings.list(month),
      foreseen,
      month,
    );
    await this.meetings.deleteAll(removed.map(({ id }) => id));
    await this.meetings.updateAll(changed);
    await this.meetings.insertAll(added);
    const counts = { added: added.length, changed: changed.length, removed: removed.length, kept, unchanged };
    if (added.length + changed.length + removed.length > 0) {
      this.audit.record({ action: 'calendar.made', subject: { kind: 'month', id: month }, details: counts });
      await this.announce('calendar.made', month);
    }
    return { month, ...counts, withoutDay: await this.withoutDay(branches, month) };
  }
  private async withoutDay(branches: readonly BranchWithRule<BranchId>[], month: Month): Promise<BranchWithoutDay[]> {
    const without = branches.flatMap(({ id, rule }) => kindsWithoutDay(rule, month).map((kind) => ({ id, kind })));
    if (without.length === 0) return [];
    const names = await this.rules.branchCodes();
    return names.flatMap(({ id, name }) =>
      without.flatMap((each) => (each.id === id ? [{ branchId: each.id, name, kind: each.kind }] : [])),
    );
  }
}
