import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../../../platform/jobs/schedules.ts';
import { RemindLateForms } from '../application/remind-late-forms.ts';

/** Each morning at eight, reminders of late forms are sent. */
@Injectable()
export class MorningReminders implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly remind: RemindLateForms,
  ) {}

  onModuleInit(): void {
    this.schedules.add({
      name: 'forms.reminders',
      cron: '0 0 8 * * *',
      zone: 'Asia/Ho_Chi_Minh',
      per: 'committee',
      run: async () => {
        await this.remind.daily();
      },
    });
  }
}
