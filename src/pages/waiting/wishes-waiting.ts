import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

/** Branches that wish another time or place for a meeting ahead. */
@Injectable()
export class WishesWaiting extends WaitingSource {
  constructor(private readonly work: PostgresUnitOfWork) {
    super();
  }

  async list(reader: Actor, now: Date): Promise<WaitingItem[]> {
    if (!may(reader, 'calendar.edit')) return [];
    const months = await this.work.query<{ month: Month; count: number }>(
      `select to_char(month, 'YYYY-MM') as month, count(*)::int as count from meeting_wishes
       where meets_at > $1 group by 1 order by 1`,
      [now],
    );
    return months.map(({ month, count }) => ({
      month,
      count,
      href: `/months/${month}/calendar/contacts`,
      under: 'plan',
      sentence: { key: 'waiting.wishes', params: { count } },
    }));
  }
}
