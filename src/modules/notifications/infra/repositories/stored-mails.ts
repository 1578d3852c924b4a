import { Injectable } from '@nestjs/common';
import type { Id, Ref } from '../../../../kernel/id.ts';
import { Clock } from '../../../../kernel/clock.ts';
import { Jobs } from '../../../../kernel/jobs.ts';
import { firstDay, type Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type {} from '../../application/mail-job.ts';
import { withAttendee } from '../../domain/with-attendee.ts';
import type { MailContent } from '../mail-content.ts';
import { CAME_BACK, CAN_GO_AGAIN, CURRENT_ADDRESS, MESSAGED } from '../open-mails.ts';
import { MailWriter } from '../mail-writer.ts';
import { MailHolds } from './mail-holds.ts';

interface FoundMail {
  readonly canBeSentAgain: boolean;
  readonly isAddressed: boolean;
  /** Whether the gateway told its reader. */
  readonly isMessaged: boolean;
  readonly name: string;
}

interface OpenMail {
  readonly id: Id<'Mail'>;
  readonly messageId: string;
  readonly madeAt: Date;
  readonly address: string;
  readonly content: MailContent;
  /** The current address of its reader. */
  readonly current: string;
}

/** Posted mails that were not sent, or came back. */
@Injectable()
export class StoredMails {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly jobs: Jobs,
    private readonly writer: MailWriter,
    private readonly holds: MailHolds,
    private readonly clock: Clock,
  ) {}

  async find(id: Ref<'Mail'>): Promise<FoundMail | null> {
    const [mail] = await this.work.query<FoundMail>(
      `select state = 'sent' and not ${CAME_BACK} or content ? 'mime' as "canBeSentAgain", to_name as name,
         ${MESSAGED} as "isMessaged", ${CURRENT_ADDRESS} <> '' as "isAddressed"
       from mails where id = $1`,
      [id],
    );
    return mail ?? null;
  }

  /** Those that “send all again” takes, of a month or of all. */
  async listOpen(month: Month | null): Promise<string[]> {
    const rows = await this.work.query<{ id: Id<'Mail'> }>(
      `select id from mails where ${CAN_GO_AGAIN} and ($1::date is null or month = $1) order by made_at, id`,
      [month && firstDay(month)],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of people without an address, and of people whom a message told, stay as they are. @returns how many of them are sent again */
  async sendAgain(ids: readonly string[]): Promise<number> {
    const mails = await this.work.query<OpenMail>(
      `select id, message_id as "messageId", made_at as "madeAt", to_address as address, content,
         ${CURRENT_ADDRESS} as current
       from mails where id = any($1::uuid[]) and content ? 'mime' and not ${MESSAGED}
         and (state <> 'sent' or ${CAME_BACK})
       order by made_at, id for update of mails`,
      [ids],
    );
    const addressed = mails.filter(({ current }) => current !== '');
    if (addressed.length === 0) return 0;
    for (const mail of addressed) await this.correctAddress(mail);
    await this.work.query(
      `update mails set state = 'queued', sent_at = null, attempts = 0, fault = null, next_at = null
       where id = any($1::uuid[])`,
      [addressed.map(({ id }) => id)],
    );
    await this.work.query(`update mail_bounces set is_past = true where mail_id = any($1::uuid[])`, [
      addressed.map(({ id }) => id),
    ]);
    await this.holds.shorten(this.clock.real());
    await this.jobs.enqueueAll(
      'mail.send',
      addressed.map(({ id }) => ({ payload: { mailId: id }, key: id })),
    );
    return addressed.length;
  }

  /** Renders a mail again for a reader whose address has changed, because header and calendar entries contain it. */
  private async correctAddress({ id, messageId, madeAt, address, current, content }: OpenMail): Promise<void> {
    const { draft, references } = content;
    if (current === address || draft === undefined) return;
    const invitations = draft.invitations?.map((each) => ({ ...each, ics: withAttendee(each.ics, address, current) }));
    const corrected = { ...draft, to: { ...draft.to, address: current }, ...(invitations && { invitations }) };
    const committee = await this.writer.committee();
    const { mime, sender } = await this.writer.write(corrected, { committee, madeAt, references, messageId });
    await this.work.query(`update mails set to_address = $2, content = $3 where id = $1`, [
      id,
      current,
      JSON.stringify({ ...content, from: sender, mime, draft: corrected } satisfies MailContent),
    ]);
  }
}
