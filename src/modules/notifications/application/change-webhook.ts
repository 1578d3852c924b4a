import { Injectable } from '@nestjs/common';
import type { Ref } from '../../../kernel/id.ts';
import { mustHaveSeen, staleEdit } from '../../../kernel/edit.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { newToken } from '../../../kernel/secret-token.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type {} from '../errors.ts';
import type { ChannelKinds } from '../domain/message-kinds.ts';
import { WebhookMessages } from '../infra/repositories/webhook-messages.ts';
import { Webhooks } from '../infra/repositories/webhooks.ts';
import type { WebhookSetting } from './webhook-setting.ts';

/** Sets up the committee's gateway. Each change is refused where somebody else changed it since; twice it is harmless. */
@Injectable()
export class ChangeWebhook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly webhooks: Webhooks,
    private readonly messages: WebhookMessages,
    private readonly audit: AuditTrail,
  ) {}

  /** The first time with a new secret. @returns whether anything changed @throws DomainError edit.stale */
  save(seen: number, url: string, { kinds, instead }: ChannelKinds): Promise<boolean> {
    return this.work.run(async () => {
      const before = await this.webhooks.find();
      const isSame = before?.kinds.join() === kinds.join() && before.instead.join() === instead.join();
      if (before?.url === url && isSame) return false;
      const { secret, isPaused } = before ?? { secret: newToken().token, isPaused: false };
      await this.store(seen, { url, secret, isPaused, kinds, instead }, 'webhook.changed');
      return true;
    });
  }

  /** @throws DomainError edit.stale, webhook.missing */
  renewSecret(seen: number): Promise<void> {
    return this.work.run(async () => {
      const before = await this.get();
      await this.store(seen, { ...before, secret: newToken().token }, 'webhook.secret_renewed');
    });
  }

  /** While it is paused, messages wait; afterwards all that did not go out are sent. */
  pause(seen: number, isPaused: boolean): Promise<void> {
    return this.work.run(async () => {
      const before = await this.get();
      if (before.isPaused === isPaused) return;
      mustHaveSeen(seen, before.revision);
      await this.store(seen, { ...before, isPaused }, isPaused ? 'webhook.paused' : 'webhook.resumed');
      if (!isPaused) await this.messages.sendOpen();
    });
  }

  /** @returns how many are sent again */
  sendAgain(): Promise<number> {
    return this.work.run(() => this.messages.sendOpen());
  }

  /** A message that says nothing; `id` identifies it, so that it is sent once. @throws DomainError webhook.missing */
  tryOut(id: Ref<'WebhookMessage'>, address: string, text: string, locale: string): Promise<void> {
    return this.work.run(async () => {
      await this.get();
      const body = JSON.stringify({ id, kind: 'trial', to: address, locale, text, link: null, visitId: null });
      await this.messages.add([{ id, key: `trial/${id}`, kind: 'trial', name: '', address, body, thread: null }]);
    });
  }

  private async get(): Promise<WebhookSetting> {
    const setting = await this.webhooks.find();
    if (!setting) throw new DomainError('webhook.missing', {});
    return setting;
  }

  private async store(seen: number, setting: Omit<WebhookSetting, 'revision'>, action: string): Promise<void> {
    if (!(await this.webhooks.store(seen, setting))) throw staleEdit();
    const subject = { kind: 'committee', id: this.work.actor.committeeId };
    this.audit.record({
      action,
      subject,
      details: { host: new URL(setting.url).host, kinds: setting.kinds, instead: setting.instead },
    });
  }
}
