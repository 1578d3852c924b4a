import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import { AvailabilityReadModel } from '../../modules/availability/index.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

/** Months about whose days the reader was asked and has not replied. */
@Injectable()
export class AvailabilityWaiting extends WaitingSource {
  constructor(private readonly availability: AvailabilityReadModel) {
    super();
  }

  async list(reader: Actor): Promise<WaitingItem[]> {
    if (!may(reader, 'absence.tell_own') || reader.specialistId === null) return [];
    const rounds = await this.availability.own(reader.specialistId);
    return rounds
      .filter(({ reply, isOpen }) => reply === null && isOpen)
      .map(({ month, until }) => ({
        month,
        href: '/my/absences',
        under: 'visits',
        count: 1,
        sentence: { key: 'waiting.availability', params: { until } },
      }));
  }
}
