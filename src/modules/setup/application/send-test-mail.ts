import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../kernel/actor.ts';
import { type AccountId, type Ref, newId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { MailOutcomes, MailsReadModel, type MailStatus, Outbox } from '../../notifications/index.ts';

export interface TestMail {
  readonly to: { readonly accountId: AccountId; readonly address: string; readonly name: string };
  readonly locale: Locale;
  /** The target of its button. */
  readonly link: string;
}

/** Sends a mail on the way that all mails take, and waits a while to hear what became of it. */
@Injectable()
export class SendTestMail {
  constructor(
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly report: MailsReadModel,
    private readonly outcomes: MailOutcomes,
  ) {}

  /** Returns the key of the mail, for `find`. */
  async execute({ to, locale, link }: TestMail): Promise<string> {
    const id = newId<'TestMail'>();
    await this.work.run(() => this.outbox.post({ key: keyOf(id), to, locale, template: 'test-mail', model: { link } }));
    await this.outcomes.firstAttempt(keyOf(id));
    return id;
  }

  find(id: Ref<'TestMail'>): Promise<MailStatus | null> {
    return this.report.find(keyOf(id));
  }
}

function keyOf(id: Ref<'TestMail'>): string {
  return `test-mail/${id}`;
}
