import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import { MailsReadModel } from '../../modules/notifications/index.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

/** Mails that the mail server does not accept. */
@Injectable()
export class MailsWaiting extends WaitingSource {
  constructor(private readonly mails: MailsReadModel) {
    super();
  }

  async list(reader: Actor): Promise<WaitingItem[]> {
    if (!may(reader, 'mail.send_again')) return [];
    const { failed, waiting, hold } = await this.mails.delivery({}, 0);
    // The board finds them on the page of its month, an administrator in the list of all mails.
    const of = { href: '/mails', month: null, under: reader.roles.includes('board') ? 'plan' : 'mails' } as const;
    return [
      ...(hold
        ? [{ ...of, sentence: { key: 'waiting.mails_held', params: { count: waiting } } as const, count: 1 }]
        : []),
      ...(failed > 0
        ? [{ ...of, sentence: { key: 'waiting.mails_failed', params: { count: failed } } as const, count: failed }]
        : []),
    ];
  }
}
