import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import { MailsReadModel } from '../../modules/notifications/index.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

type CountedKey = 'waiting.mails_failed' | 'waiting.mails_came_back' | 'waiting.addresses' | 'waiting.messages_failed';

/** Mails that the mail server does not accept or that came back, and addresses of people that get none. */
@Injectable()
export class MailsWaiting extends WaitingSource {
  constructor(private readonly mails: MailsReadModel) {
    super();
  }

  async list(reader: Actor): Promise<WaitingItem[]> {
    if (!may(reader, 'mail.send_again')) return [];
    const { failed, cameBack, waiting, isHeld, addresses, messages } = await this.mails.attention();
    // Who plans finds them on the page of the month, an administrator in the list of all mails.
    const of = { href: '/mails', month: null, under: may(reader, 'plan.make') ? 'plan' : 'mails' } as const;
    const counted = (count: number, key: CountedKey): WaitingItem[] =>
      count > 0 ? [{ ...of, sentence: { key, params: { count } }, count }] : [];
    return [
      ...(isHeld
        ? [{ ...of, sentence: { key: 'waiting.mails_held', params: { count: waiting } } as const, count: 1 }]
        : []),
      ...counted(failed, 'waiting.mails_failed'),
      ...counted(cameBack, 'waiting.mails_came_back'),
      ...counted(addresses, 'waiting.addresses'),
      ...counted(messages, 'waiting.messages_failed'),
    ];
  }
}
