import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import { Clock } from '../../kernel/clock.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { NavigationKey } from '../navigation.ts';
import { AvailabilityWaiting } from './availability-waiting.ts';
import { CalendarRepliesWaiting } from './calendar-replies-waiting.ts';
import { FormsWaiting } from './forms-waiting.ts';
import { MailsWaiting } from './mails-waiting.ts';
import { OwnVisitsWaiting } from './own-visits-waiting.ts';
import { PlansWaiting } from './plans-waiting.ts';
import { ServiceWaiting } from './service-waiting.ts';
import { SwapsWaiting } from './swaps-waiting.ts';
import { VisitsWaiting } from './visits-waiting.ts';
import { WishesWaiting } from './wishes-waiting.ts';
import type { WaitingItem } from './waiting-item.ts';
import type { WaitingSource } from './waiting-source.ts';

/** Collects what waits for the reader, over all months. A new kind is one more source. */
@Injectable()
export class WaitingReadModel {
  private readonly sources: readonly WaitingSource[];
  /** Results per actor of a request, so that the navigation need not read them again. */
  private readonly listed = new WeakMap<Actor, readonly WaitingItem[]>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    visits: VisitsWaiting,
    plans: PlansWaiting,
    forms: FormsWaiting,
    own: OwnVisitsWaiting,
    mails: MailsWaiting,
    service: ServiceWaiting,
    swaps: SwapsWaiting,
    wishes: WishesWaiting,
    availability: AvailabilityWaiting,
    calendars: CalendarRepliesWaiting,
  ) {
    this.sources = [visits, calendars, swaps, wishes, plans, forms, availability, own, mails, service];
  }

  list(): Promise<WaitingItem[]> {
    return this.work.run(async () => {
      const items: WaitingItem[] = [];
      for (const source of this.sources) items.push(...(await source.list(this.work.actor, this.clock.now())));
      this.listed.set(this.work.actor, items);
      return items;
    });
  }

  /** The number of waiting things under each navigation item. */
  async counts(): Promise<Readonly<Partial<Record<NavigationKey, number>>>> {
    const counts: Partial<Record<NavigationKey, number>> = {};
    const items = this.listed.get(this.work.actor) ?? (await this.list());
    this.listed.delete(this.work.actor);
    for (const { under, count } of items) counts[under] = (counts[under] ?? 0) + count;
    return counts;
  }
}
