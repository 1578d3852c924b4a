import { Injectable } from '@nestjs/common';
import { type Day, firstDay, type Month } from '../../kernel/month.ts';
import {
  MonthCalendarReadModel,
  type MonthMeeting,
  type WorkCalendar,
  WorkCalendarReadModel,
} from '../../modules/meetings/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import { Plans } from '../../modules/planning/index.ts';
import type { MonthProgress } from './month-progress.ts';
import { MonthProgressReadModel } from './month-progress-read-model.ts';

/** Everything that the page of a month's calendar shows, read at once. */
export interface CalendarScreen {
  readonly monthProgress: MonthProgress;
  readonly meetings: readonly MonthMeeting[];
  readonly workdays: WorkCalendar;
  readonly isPublished: boolean;
  /** How many specialists are not away, by day. */
  readonly free: ReadonlyMap<Day, number>;
}

@Injectable()
export class CalendarScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly progress: MonthProgressReadModel,
    private readonly calendar: MonthCalendarReadModel,
    private readonly workdays: WorkCalendarReadModel,
    private readonly plans: Plans,
  ) {}

  read(month: Month): Promise<CalendarScreen> {
    return this.work.run(async () => ({
      monthProgress: await this.progress.of(month, '/calendar'),
      meetings: await this.calendar.list(month),
      workdays: await this.workdays.read(),
      free: await this.free(month),
      isPublished: (await this.plans.findPublished(month)) !== null,
    }));
  }

  private async free(month: Month): Promise<ReadonlyMap<Day, number>> {
    const rows = await this.work.query<{ day: Day; count: number }>(
      `select d.day::date as day, (select count(*) from specialist_profiles s where s.in_use and not exists (
           select from specialist_absences a
           where a.specialist_id = s.id and a.starts_on <= d.day and a.ends_before > d.day))::integer as count
       from generate_series($1::date, $1::date + interval '1 month - 1 day', interval '1 day') as d (day)`,
      [firstDay(month)],
    );
    return new Map(rows.map(({ day, count }) => [day, count]));
  }
}
