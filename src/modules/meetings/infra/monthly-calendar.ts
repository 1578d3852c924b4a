import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { addMonths, monthIn } from '../../../kernel/month.ts';
import { Schedules } from '../../../platform/jobs/schedules.ts';
import { MakeCalendar } from '../application/make-calendar.ts';
import { MeetingRules } from './repositories/meeting-rules.ts';

/** On the 20th, when branches have registered their dates, the calendar of the next month is made. */
@Injectable()
export class MonthlyCalendar implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly makeCalendar: MakeCalendar,
    private readonly rules: MeetingRules,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.schedules.add({
      name: 'calendar.of_next_month',
      cron: '0 0 6 20 * *',
      zone: 'Asia/Ho_Chi_Minh',
      per: 'committee',
      run: async () => {
        const now = monthIn(await this.rules.zone(), this.clock.now());
        await this.makeCalendar.makeIfUnpublished(addMonths(now, 1));
      },
    });
  }
}
