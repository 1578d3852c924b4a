import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import { type Day, dayIn, firstDay, type Month } from '../../kernel/month.ts';
import {
  type BranchContact,
  type CalendarChangeId,
  type CalendarChangeLine,
  CalendarChangesReadModel,
  InquiriesReadModel,
  isMonthPublished,
  MonthCalendarReadModel,
  type MeetingInquiry,
  type MonthMeeting,
  type WorkCalendar,
  WorkCalendarReadModel,
} from '../../modules/meetings/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { MonthProgress } from './month-progress.ts';
import { MonthProgressReadModel } from './month-progress-read-model.ts';

/** Everything that the page of a month's calendar shows, read in one transaction. */
export interface CalendarScreen {
  readonly monthProgress: MonthProgress;
  readonly meetings: readonly MonthMeeting[];
  readonly workdays: WorkCalendar;
  readonly isPublished: boolean;
  /** Whether there is a draft plan of this calendar. */
  readonly hasDraft: boolean;
  /** Number of specialists who are not away, by day. */
  readonly free: ReadonlyMap<Day, number>;
  /** Changes of many meetings, newest first. */
  readonly changes: readonly CalendarChangeLine[];
  /** What the branches were asked, by meeting, and who of them can be asked. */
  readonly inquiries: ReadonlyMap<string, MeetingInquiry>;
  readonly contacts: readonly BranchContact[];
}

@Injectable()
export class CalendarScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly progress: MonthProgressReadModel,
    private readonly calendar: MonthCalendarReadModel,
    private readonly workdays: WorkCalendarReadModel,
    private readonly changes: CalendarChangesReadModel,
    private readonly inquiries: InquiriesReadModel,
    private readonly clock: Clock,
  ) {}

  read(month: Month): Promise<CalendarScreen> {
    return this.work.run(async () => ({
      monthProgress: await this.progress.of(month, '/calendar'),
      ...(await this.meetingsOf(month)),
      workdays: await this.workdays.read(),
      free: await this.changes.peopleFree(month),
      changes: await this.changes.list(month),
      isPublished: await isMonthPublished(this.work, month),
      hasDraft: await this.hasDraft(month),
    }));
  }

  isPublished(month: Month): Promise<boolean> {
    return this.work.run(() => isMonthPublished(this.work, month));
  }

  /** What the branches have said about their meetings. */
  contacts(month: Month, zone: string) {
    return this.work.run(async () => ({
      month,
      ...(await this.meetingsOf(month)),
      workdays: await this.workdays.read(),
      isPublished: await isMonthPublished(this.work, month),
      today: dayIn(zone, this.clock.now()),
    }));
  }

  /** One change of many meetings, with the people to inform of it. */
  change(month: Month, id: CalendarChangeId) {
    return this.work.run(async () => {
      const change = await this.changes.get(month, id);
      const line = (await this.changes.list(month)).find((each) => each.id === id);
      return {
        change,
        madeBy: line?.madeBy ?? null,
        madeFor: line?.madeFor ?? null,
        contacts: await this.changes.contacts(change.meetings.map(({ before }) => before.branchId)),
        isPublished: await isMonthPublished(this.work, month),
      };
    });
  }

  private async meetingsOf(month: Month) {
    const meetings = await this.calendar.list(month);
    const contacts = await this.changes.contacts(meetings.map(({ branch }) => branch.id));
    return { meetings, contacts, inquiries: await this.inquiries.of(month) };
  }

  private async hasDraft(month: Month): Promise<boolean> {
    const rows = await this.work.query(`select 1 from month_plans where month = $1 and state <> 'published'`, [
      firstDay(month),
    ]);
    return rows.length > 0;
  }
}
