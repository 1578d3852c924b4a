import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../../../platform/jobs/schedules.ts';
import { SignInLinks } from './repositories/sign-in-links.ts';
import { Sessions } from './repositories/sessions.ts';

/** Deletes sessions and links that can no longer be used, because they show who was where and when. */
@Injectable()
export class PurgeSignIns implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly sessions: Sessions,
    private readonly links: SignInLinks,
  ) {}

  onModuleInit(): void {
    this.schedules.add({
      name: 'identity.purge',
      cron: '0 20 3 * * *',
      zone: 'Asia/Ho_Chi_Minh',
      run: async (dueAt) => {
        await this.sessions.deleteOver(dueAt);
        await this.links.deleteExpired(dueAt);
      },
    });
  }
}
