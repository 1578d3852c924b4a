import { type BranchId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { type ForeseenMeeting, monthCalendar } from '../domain/month-calendar.ts';
import { MeetingRules } from '../infra/repositories/meeting-rules.ts';
import { WorkCalendarReadModel } from '../infra/work-calendar-read-model.ts';

/** The meetings of any month by today's rules; nothing is stored. */
@Injectable()
export class ForeseenCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: MeetingRules,
    private readonly workdays: WorkCalendarReadModel,
  ) {}

  of(month: Month): Promise<ForeseenMeeting<BranchId>[]> {
    return this.work.run(async () =>
      monthCalendar(await this.rules.branches(), month, await this.workdays.read(), await this.rules.zone()),
    );
  }
}
