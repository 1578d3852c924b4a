import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { newId } from '../../../kernel/id.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Outbox } from '../../notifications/index.ts';
import { SignInMail } from '../application/ports.ts';
import type { Account } from '../domain/account.ts';
import { LINK_MINUTES } from '../domain/session-limits.ts';

@Injectable()
export class OutboxSignInMail extends SignInMail {
  constructor(
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async send({ id, email, name, locale }: Account, path: string): Promise<void> {
    await this.outbox.post({
      key: `sign-in-link/${newId()}`,
      to: { address: email, name, accountId: id },
      locale,
      template: 'sign-in-link',
      model: { link: this.config.publicUrl + path, minutes: LINK_MINUTES },
    });
  }
}
