import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.ts';
import { type CommitteeId, newId, type Ref } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { BounceKind } from '../../domain/delivery-report.ts';

export interface OwnMail {
  readonly committeeId: CommitteeId;
  readonly mailId: Ref<'Mail'>;
}

interface NewBounce {
  readonly mailId: Ref<'Mail'>;
  readonly key: string;
  readonly kind: BounceKind;
  readonly status: string;
  readonly reply: string;
}

/** What was reported of mails after our server had taken them. */
@Injectable()
export class MailBounces {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The latest mail of any committee with one of these Message-IDs. */
  async mailOf(messageIds: readonly string[]): Promise<OwnMail | null> {
    const [mail] = await this.work.query<OwnMail>(
      `select committee_id as "committeeId", mail_id as "mailId" from mails_of_message_ids($1::text[]) limit 1`,
      [messageIds],
    );
    return mail ?? null;
  }

  /** @returns false where this report was known */
  async add({ mailId, key, kind, status, reply }: NewBounce): Promise<boolean> {
    const added = await this.work.query(
      `insert into mail_bounces (committee_id, id, mail_id, report_key, kind, status, reply, address, reported_at)
       select current_committee(), $1, id, $3, $4, $5, $6, lower(to_address), $7 from mails where id = $2
       on conflict do nothing returning 1`,
      [newId(), mailId, key, kind, status, reply, this.clock.now()],
    );
    return added.length > 0;
  }
}
