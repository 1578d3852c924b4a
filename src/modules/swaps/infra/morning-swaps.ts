import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../../../platform/jobs/schedules.ts';
import { ReviewSwaps } from '../application/review-swaps.ts';

/** Each morning at eight, open swaps are looked through: expired ones are closed, and who has today to answer is reminded. */
@Injectable()
export class MorningSwaps implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly review: ReviewSwaps,
  ) {}

  onModuleInit(): void {
    this.schedules.add({
      name: 'swaps.review',
      cron: '0 0 8 * * *',
      zone: 'Asia/Ho_Chi_Minh',
      per: 'committee',
      run: () => this.review.daily(),
    });
  }
}
