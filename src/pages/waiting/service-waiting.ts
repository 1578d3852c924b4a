import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import { buildServicePage } from '../service/build-service-page.ts';
import { ServiceFactsReadModel } from '../service/service-facts-read-model.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

/** What the state of the service warns of; its mails that are stuck are counted where they are listed. */
@Injectable()
export class ServiceWaiting extends WaitingSource {
  constructor(private readonly facts: ServiceFactsReadModel) {
    super();
  }

  async list(reader: Actor): Promise<WaitingItem[]> {
    if (!may(reader, 'service.watch')) return [];
    const { lines } = buildServicePage(await this.facts.read());
    return lines
      .filter(({ kind, href }) => kind === 'warning' && href !== '/mails')
      .map(({ sentence }) => ({ sentence, href: '/service', month: null, under: 'service' as const, count: 1 }));
  }
}
