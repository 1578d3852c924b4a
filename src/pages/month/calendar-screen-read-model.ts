import { Injectable } from '@nestjs/common';
import type { Month } from '../../kernel/month.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';
import {
  MonthCalendarReadModel,
  type MonthMeeting,
  type WorkCalendar,
  WorkCalendarReadModel,
} from '../../modules/meetings/index.ts';
import { Plans } from '../../modules/planning/index.ts';
import type { MonthProgress } from './month-progress.ts';
import { MonthProgressReadModel } from './month-progress-read-model.ts';

/** Everything that the page of a month's calendar shows, read at once. */
export interface CalendarScreen {
  readonly monthProgress: MonthProgress;
  readonly meetings: readonly MonthMeeting[];
  readonly workdays: WorkCalendar;
  readonly isPublished: boolean;
}

@Injectable()
export class CalendarScreenReadModel {
  constructor(
    private readonly work: UnitOfWork,
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
      isPublished: (await this.plans.findPublished(month)) !== null,
    }));
  }
}
