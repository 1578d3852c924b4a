import { Injectable } from '@nestjs/common';
import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { MailDraft } from '../application/outbox.ts';
import { type ChannelKinds, channelOf, messageKindOf } from '../domain/message-kinds.ts';
import type { MailHeader } from './mail-renderer.ts';
import { type NewMessage, WebhookMessages } from './repositories/webhook-messages.ts';
import { Webhooks } from './repositories/webhooks.ts';

interface Chosen extends ChannelKinds {
  readonly accountId: AccountId;
  readonly specialistId: SpecialistId | null;
  readonly address: string;
}

/** Where the message of a draft goes, and whether it does so in place of the mail. */
export interface MessageWay {
  readonly address: string;
  readonly replacesMail: boolean;
}

/** A draft with the subject that its mail has. */
export interface PostedDraft {
  readonly draft: MailDraft;
  readonly subject: string;
}

/** Posts to the gateway what people want to get by it, beside the mail or instead of it. */
@Injectable()
export class MessageWriter {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly webhooks: Webhooks,
    private readonly messages: WebhookMessages,
  ) {}

  /** The ways of the drafts that also go to the gateway, by key. */
  async waysOf(drafts: readonly MailDraft[]): Promise<ReadonlyMap<string, MessageWay>> {
    const eligible = drafts.filter(({ template }) => messageKindOf(template) !== null);
    const webhook = eligible.length === 0 ? null : await this.webhooks.find();
    if (!webhook) return new Map();
    const chosen = await this.chosen();
    const phones = await this.phonesOf(drafts.filter(({ to }) => to.address === ''));
    return new Map(
      eligible.flatMap(({ key, template, to }) => {
        const kind = messageKindOf(template);
        const choice = chosen.find(
          ({ accountId, specialistId }) =>
            accountId === to.accountId || (specialistId !== null && specialistId === to.specialistId),
        );
        if (kind === null) return [];
        if (to.address === '') {
          // Nobody chooses between a mail that does not leave and a message.
          const address = choice?.address ?? phones.get(to.specialistId ?? '');
          return address && webhook.kinds.includes(kind) ? [[key, { address, replacesMail: true }] as const] : [];
        }
        const channel = choice ? channelOf(choice, webhook, kind) : 'mail';
        if (!choice || channel === 'mail') return [];
        return [[key, { address: choice.address, replacesMail: channel === 'message' }] as const];
      }),
    );
  }

  async postAll(
    posted: readonly PostedDraft[],
    ways: ReadonlyMap<string, MessageWay>,
    committee: MailHeader['committee'],
  ): Promise<void> {
    await this.messages.add(
      posted.flatMap((one): NewMessage[] => {
        const way = ways.get(one.draft.key);
        return way ? [this.messageOf(one, way.address, committee)] : [];
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

  /** The telephone numbers of those to whom no mail can be sent. */
  private async phonesOf(unreachable: readonly MailDraft[]): Promise<ReadonlyMap<string, string>> {
    const ids = unreachable.flatMap(({ to }) => to.specialistId ?? []);
    if (ids.length === 0) return new Map();
    const rows = await this.work.query<{ id: SpecialistId; phone: string }>(
      `select id, phone from specialist_profiles where id = any($1::uuid[]) and phone <> ''`,
      [ids],
    );
    return new Map(rows.map(({ id, phone }) => [id, phone]));
  }

  private chosen(): Promise<readonly Chosen[]> {
    return this.work.query<Chosen>(
      `select c.account_id as "accountId", a.specialist_id as "specialistId", c.address, c.kinds, c.instead
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
