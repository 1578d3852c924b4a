import { Injectable } from '@nestjs/common';
import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { MailDraft } from '../application/outbox.ts';
import { type MessageKind, messageKindOf } from '../domain/message-kinds.ts';
import type { MailHeader } from './mail-renderer.ts';
import { type NewMessage, WebhookMessages } from './repositories/webhook-messages.ts';
import { Webhooks } from './repositories/webhooks.ts';

interface Chosen {
  readonly accountId: AccountId;
  readonly specialistId: SpecialistId | null;
  readonly address: string;
  readonly kinds: readonly MessageKind[];
}

/** A draft with the subject that its mail has. */
export interface PostedDraft {
  readonly draft: MailDraft;
  readonly subject: string;
}

/** Posts to the gateway what people want to get by it, beside the mail, which contains the files for calendars. */
@Injectable()
export class MessageWriter {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly webhooks: Webhooks,
    private readonly messages: WebhookMessages,
  ) {}

  async postAll(posted: readonly PostedDraft[], committee: MailHeader['committee']): Promise<void> {
    const eligible = posted.filter(({ draft }) => messageKindOf(draft.template) !== null);
    if (eligible.length === 0) return;
    const webhook = await this.webhooks.find();
    if (!webhook) return;
    const chosen = await this.chosen();
    await this.messages.add(
      eligible.flatMap((one): NewMessage[] => {
        const { template, to } = one.draft;
        const kind = messageKindOf(template);
        const choice = chosen.find(
          ({ accountId, specialistId }) =>
            accountId === to.accountId || (specialistId !== null && specialistId === to.specialistId),
        );
        if (!choice || kind === null || !choice.kinds.includes(kind) || !webhook.kinds.includes(kind)) return [];
        return [this.messageOf(one, choice.address, committee)];
      }),
    );
  }

  private messageOf({ draft, subject }: PostedDraft, address: string, committee: MailHeader['committee']): NewMessage {
    const { key, template, to, locale, model, thread } = draft;
    const id = this.messages.newId();
    const body = JSON.stringify({
      id,
      kind: template,
      committee: committee.name,
      to: address,
      locale,
      text: subject,
      link: 'link' in model ? model.link : null,
      visitId: visitIn(model),
    });
    return { id, key, kind: template, name: to.name, address, body, thread: thread ?? null };
  }

  private chosen(): Promise<readonly Chosen[]> {
    return this.work.query<Chosen>(
      `select c.account_id as "accountId", a.specialist_id as "specialistId", c.address, c.kinds
       from message_choices c left join specialist_accounts a on a.account_id = c.account_id
       where c.address <> '' and cardinality(c.kinds) > 0`,
    );
  }
}

/** A mail about one visit links to its page. */
function visitIn(model: MailDraft['model']): string | null {
  if (!('visit' in model) || !('link' in model.visit)) return null;
  return /\/my\/visits\/([0-9a-f-]{36})$/.exec(model.visit.link)?.[1] ?? null;
}
