import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../../../platform/jobs/schedules.ts';
import { RemindMissingForms } from '../application/remind-missing-forms.ts';

/** Each morning at eight the forms that are missing are asked for. */
@Injectable()
export class MorningReminders implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly remind: RemindMissingForms,
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
