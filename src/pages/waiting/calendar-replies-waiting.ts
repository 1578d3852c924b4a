import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import { CalendarRepliesReadModel } from '../../modules/notifications/index.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

/** Visits ahead that somebody's calendar program declined, and nobody has answered on their page since. */
@Injectable()
export class CalendarRepliesWaiting extends WaitingSource {
  constructor(private readonly replies: CalendarRepliesReadModel) {
    super();
  }

  async list(reader: Actor): Promise<WaitingItem[]> {
    if (!may(reader, 'plan.make')) return [];
    return (await this.replies.open()).map(({ month, meetingId, name, branch }) => ({
      month,
      href: `/meetings/${meetingId}`,
      under: 'plan',
      count: 1,
      sentence: { key: 'waiting.calendar_declined', params: { name, branch } },
    }));
  }
}
