import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../../../platform/jobs/schedules.ts';
import { EngineSolves } from './repositories/engine-solves.ts';

const DAY_MS = 86_400_000;

/** Submitted problems and their plans are kept for a day, so that they can be fetched. */
@Injectable()
export class PurgeSolves implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly solves: EngineSolves,
  ) {}

  onModuleInit(): void {
    this.schedules.add({
      name: 'engine.purge',
      cron: '0 30 * * * *',
      zone: 'Asia/Ho_Chi_Minh',
      per: 'committee',
      run: async (dueAt) => {
        await this.solves.deleteBefore(new Date(dueAt.getTime() - DAY_MS));
      },
    });
  }
}
