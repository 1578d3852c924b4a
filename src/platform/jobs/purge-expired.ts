import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';
import { purgeEvents } from '../events/purge-events.ts';
import { purgeRateLimits } from '../http/purge-rate-limits.ts';
import { PostgresJobs } from './postgres-jobs.ts';
import { CATCH_UP_DAYS } from './last-due.ts';
import { Schedules } from './schedules.ts';

/** Each night deletes counters, claims and jobs that are no longer needed. */
@Injectable()
export class PurgeExpired implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly work: PostgresUnitOfWork,
    private readonly jobs: PostgresJobs,
  ) {}

  onModuleInit(): void {
    this.schedules.add({
      name: 'platform.purge',
      cron: '0 15 3 * * *',
      zone: 'Asia/Ho_Chi_Minh',
      run: async (dueAt) => {
        await purgeRateLimits(this.work, dueAt);
        await this.work.query(
          `delete from schedule_claims where due_at < $1::timestamptz - make_interval(days => $2)`,
          [dueAt, CATCH_UP_DAYS],
        );
        await this.jobs.purge(dueAt);
      },
    });
    this.schedules.add({
      name: 'events.purge',
      cron: '0 20 3 * * *',
      zone: 'Asia/Ho_Chi_Minh',
      per: 'committee',
      run: (dueAt) => purgeEvents(this.work, dueAt, CATCH_UP_DAYS),
    });
  }
}
