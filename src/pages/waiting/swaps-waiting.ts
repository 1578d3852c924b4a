import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import { SwapsReadModel } from '../../modules/swaps/index.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

/** Swaps that somebody is asked for, and for the board those that it has to confirm. */
@Injectable()
export class SwapsWaiting extends WaitingSource {
  constructor(private readonly swaps: SwapsReadModel) {
    super();
  }

  async list(reader: Actor, now: Date): Promise<WaitingItem[]> {
    const { toAnswer, toConfirm } = await this.swaps.waiting(reader.specialistId, now);
    const [first] = toAnswer;
    const own: WaitingItem[] = first
      ? [
          {
            sentence: { key: 'waiting.own_swaps', params: { count: toAnswer.length } },
            href: `/my/swaps/${first}`,
            month: null,
            under: 'visits',
            count: toAnswer.length,
          },
        ]
      : [];
    if (!may(reader, 'plan.amend')) return own;
    return [
      ...toConfirm.map(({ month, count }): WaitingItem => ({
        sentence: { key: 'waiting.swaps', params: { count } },
        href: `/months/${month}/swaps`,
        month,
        under: 'plan',
        count,
      })),
      ...own,
    ];
  }
}
