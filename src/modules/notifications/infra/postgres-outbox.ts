import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { type AccountId, type Id, type SpecialistId, newId } from '../../../kernel/id.ts';
import { Jobs } from '../../../kernel/jobs.ts';
import { type Day, firstDay } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type {} from '../application/mail-job.ts';
import { type MailDraft, Outbox } from '../application/outbox.ts';
import type { MailContent } from './mail-content.ts';
import type { MailHeader } from './mail-renderer.ts';
import { MessageWriter } from './message-writer.ts';
import { WebhookMessages } from './repositories/webhook-messages.ts';
import { MailWriter } from './mail-writer.ts';
import { SECRET_MAILS } from './secret-mails.ts';

/** After this many new rows the table is analysed, so that the next query is planned well. */
const MANY = 50;

interface MailRow {
  readonly id: Id<'Mail'>;
  readonly key: string;
  readonly messageId: string;
  readonly kind: string;
  readonly accountId: AccountId | null;
  readonly specialistId: SpecialistId | null;
  readonly month: Day | null;
  readonly address: string;
  readonly state: 'queued' | 'failed' | 'replaced';
  readonly fault: 'recipient' | null;
  readonly name: string;
  readonly subject: string;
  readonly content: MailContent;
}

@Injectable()
export class PostgresOutbox extends Outbox {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly writer: MailWriter,
    private readonly messageWriter: MessageWriter,
    private readonly messages: WebhookMessages,
  ) {
    super();
  }

  override async postAll(drafts: readonly MailDraft[]): Promise<void> {
    if (drafts.length === 0) return;
    const committee = await this.writer.committee();
    const madeAt = this.clock.now();
    const rows: MailRow[] = [];
    const ways = await this.messageWriter.waysOf(drafts);
    for (const draft of drafts) {
      const isReplaced = ways.get(draft.key)?.replacesMail ?? false;
      rows.push(await this.rowOf(draft, isReplaced, committee, madeAt));
    }
    // A key has one message id, so whichever of the two the same mail of another request meets first, it is there already.
    const stored = await this.work.query<{ id: Id<'Mail'>; key: string; state: MailRow['state'] }>(
      `insert into mails (committee_id, id, key, message_id, kind, account_id, specialist_id, month, to_address, to_name,
         subject, content, state, fault, made_at)
       select current_committee(), id, key, "messageId", kind, "accountId", "specialistId", month, address, name, subject,
         content, state, fault, $2
       from jsonb_to_recordset($1) as m (id uuid, key text, "messageId" text, kind text, "accountId" uuid,
         "specialistId" uuid, month date, address text, name text, subject text, content jsonb,
         state text, fault text)
       on conflict do nothing returning id, key, state`,
      [JSON.stringify(rows), madeAt],
    );
    await this.jobs.enqueueAll(
      'mail.send',
      stored.filter(({ state }) => state === 'queued').map(({ id }) => ({ payload: { mailId: id }, key: id })),
    );
    const subjects = new Map(rows.map(({ key, subject }) => [key, subject]));
    const isStored = new Set(stored.map(({ key }) => key));
    await this.messageWriter.postAll(
      drafts.filter(({ key }) => isStored.has(key)).map((draft) => ({ draft, subject: subjects.get(draft.key) ?? '' })),
      ways,
      committee,
    );
    if (stored.length >= MANY) this.work.refreshStatistics('mails');
  }

  override async takeBackDrafts(keys: readonly string[]): Promise<MailDraft[]> {
    if (keys.length === 0) return [];
    // What the gateway may have passed on stays, and its mail with it.
    const told = new Set(await this.messages.begun(keys));
    const gone = await this.work.query<{ draft: MailDraft }>(
      `with gone as (
         delete from mails where key = any($1::text[])
           and (state = 'queued' and attempts = 0 and tried_at is null or state = 'replaced')
         returning id, content -> 'draft' as draft)
       select draft from gone order by id`,
      [keys.filter((key) => !told.has(key))],
    );
    const taken = gone.map(({ draft }) => draft);
    await this.messages.takeBack(taken.map(({ key }) => key));
    return taken;
  }

  private async rowOf(
    draft: MailDraft,
    isReplaced: boolean,
    committee: MailHeader['committee'],
    madeAt: Date,
  ): Promise<MailRow> {
    const { key, to, template, thread, month } = draft;
    const references = thread === undefined ? [] : await this.referencesTo(thread);
    const { subject, mime, messageId, sender } = await this.writer.write(draft, { committee, madeAt, references });
    return {
      id: newId<'Mail'>(),
      key,
      messageId,
      kind: template,
      accountId: to.accountId ?? null,
      specialistId: to.specialistId ?? null,
      month: month === undefined ? null : firstDay(month),
      address: to.address,
      ...standingOf(to.address, isReplaced),
      name: to.name,
      subject,
      content: {
        from: sender,
        mime,
        references,
        ...(thread !== undefined && { thread }),
        ...(!SECRET_MAILS.has(template) && { draft }),
      },
    };
  }

  /** The Message-IDs that a reply to the mail with this key refers to. */
  private async referencesTo(key: string): Promise<string[]> {
    const [mail] = await this.work.query<{ messageId: string; references: string[] }>(
      `select message_id as "messageId", content->'references' as references from mails where key = $1`,
      [key],
    );
    if (!mail) throw new Error(`no mail was posted as ${key}, so none can follow it`);
    return [...mail.references, mail.messageId];
  }
}

/** Nobody tries to send a mail that has no address; it is shown among those that did not leave, unless a message did. */
function standingOf(address: string, isReplaced: boolean): Pick<MailRow, 'state' | 'fault'> {
  if (isReplaced) return { state: 'replaced', fault: null };
  return address === '' ? { state: 'failed', fault: 'recipient' } : { state: 'queued', fault: null };
}
