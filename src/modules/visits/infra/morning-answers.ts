import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../../../platform/jobs/schedules.ts';
import { RemindOfAnswers } from '../application/remind-of-answers.ts';

/** Each morning at eight, those whose answer is late are asked once more. */
@Injectable()
export class MorningAnswers implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly remind: RemindOfAnswers,
  ) {}

  onModuleInit(): void {
    this.schedules.add({
      name: 'visits.answer_reminders',
      cron: '0 0 8 * * *',
      zone: 'Asia/Ho_Chi_Minh',
      per: 'committee',
      run: async () => {
        await this.remind.daily();
      },
    });
  }
}
