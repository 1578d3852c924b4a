import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { Clock } from '../../../kernel/clock.ts';
import type { SpecialistId } from '../../../kernel/id.ts';
import { firstDay, type Month } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import type { MailTemplate } from '../application/mail-models.ts';
import type {
  MailDelivery,
  MailHold,
  MailState,
  MailStatus,
  UndeliverableAddress,
  UnreachablePerson,
} from '../application/mail-status.ts';
import { CAN_GO_AGAIN, MESSAGED } from './open-mails.ts';

/** Whether the message in place of the mail still waits for the gateway. */
const IS_AWAITED = `mails.state = 'replaced' and exists (
  select from webhook_messages w where w.key = mails.key and w.state = 'queued')`;
const STATUS_COLUMNS = `id as "mailId", mails.kind as template, to_name as "toName", to_address as "toAddress", subject,
  case when ${IS_AWAITED} then 'queued' else mails.state end as state,
  attempts, last_error as "lastError", fault, made_at as "madeAt", sent_at as "sentAt", next_at as "nextAt",
  content ? 'mime' as "canBeSentAgain",
  ${MESSAGED} as "isMessaged",
  (select jsonb_build_object('kind', b.kind, 'status', b.status, 'reply', b.reply, 'at', b.reported_at)
    from mail_bounces b where b.mail_id = mails.id and not b.is_past order by b.id desc limit 1) as bounce`;
const STATUS = `select ${STATUS_COLUMNS} from mails`;
/** The last report of each mail since it was sent. */
const REPORTED = `(select distinct on (mail_id) mail_id, kind from mail_bounces where not is_past
  order by mail_id, id desc)`;

/** Whether the gateway tells a person of their duties, of profile `p`, to whom no mail can be sent. */
const IS_MESSAGED = `(exists (select from webhooks w where 'duties' = any(w.kinds)) and (p.phone <> '' or exists (
  select from message_choices c join specialist_accounts a on a.account_id = c.account_id
  where a.specialist_id = p.id and c.address <> '' and cardinality(c.kinds) > 0)))`;

/** Addresses `u` at which no mail arrives, of somebody who has them now: a specialist, a branch, an account. */
const UNDELIVERABLE = `undeliverable_addresses u
  left join lateral (select id, name from specialist_profiles
    where in_use and lower(email) = u.address order by id limit 1) p on true
  left join lateral (select c.branch_id, c.secretary_name from branch_contacts c
    join branch_profiles f on f.id = c.branch_id
    where f.in_use and lower(c.secretary_email) = u.address order by c.branch_id limit 1) b on true
  left join account_addresses a on a.id = u.account_id and lower(a.email) = u.address
  where u.address <> '' and (p.id is not null or b.branch_id is not null or a.id is not null)`;

/** What of the committee's mails and messages wants somebody's attention, as numbers. */
export interface MailAttention {
  readonly waiting: number;
  readonly failed: number;
  readonly cameBack: number;
  readonly isHeld: boolean;
  /** Addresses of people at which no mail arrives. */
  readonly addresses: number;
  /** Messages that the gateway refused. */
  readonly messages: number;
}

/** Older mails are neither counted nor shown where no month is asked for. */
export const MAIL_DAYS = 60;

/** Reads the delivery of the acting committee's mails. */
@Injectable()
export class MailsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether a mail server is configured; without one every mail stays in the built-in mailbox. */
  get leaveHouse(): boolean {
    return this.config.smtpUrl !== null;
  }

  async counts(): Promise<Record<MailState, number>> {
    const rows = await this.work.run(() =>
      this.work.query<{ state: MailState; count: number }>(`select state, count(*) as count from mails group by state`),
    );
    const counts = { queued: 0, sent: 0, failed: 0, replaced: 0 };
    for (const { state, count } of rows) counts[state] = count;
    return counts;
  }

  /** When a mail of the committee was last taken, sign-in links included; null where none ever was. */
  async lastSent(): Promise<Date | null> {
    const [row] = await this.work.run(() =>
      this.work.query<{ at: Date | null }>(`select max(sent_at) as at from mails where state = 'sent'`),
    );
    return row?.at ?? null;
  }

  /** Null where nothing was posted under this key. */
  async find(key: string): Promise<MailStatus | null> {
    const [row] = await this.work.run(() => this.work.query<MailStatus>(`${STATUS} where key = $1`, [key]));
    return row ?? null;
  }

  /** Which of these Message-IDs belong to the committee's own mails. */
  async ownMessageIds(among: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.work.run(() =>
      this.work.query<{ messageId: string }>(`select message_id as "messageId" from mails where message_id = any($1)`, [
        among,
      ]),
    );
    return new Set(rows.map((row) => row.messageId));
  }

  /** Of one month, or of all in the last `MAIL_DAYS`; of one template, or all; with at most `most` troubles. */
  delivery(of: { readonly month?: Month; readonly template?: MailTemplate }, most: number): Promise<MailDelivery> {
    const among = `case when $1::date is null then made_at > $3 else month = $1 end
      and ($2::text is null or mails.kind = $2) and mails.kind <> 'sign-in-link'`;
    const since = new Date(this.clock.now().getTime() - MAIL_DAYS * 86_400_000);
    const values = [of.month === undefined ? null : firstDay(of.month), of.template ?? null, since];
    return this.work.run(async () => {
      const [counts] = await this.work.query<
        Pick<MailDelivery, 'total' | 'sent' | 'waiting' | 'failed' | 'replaced' | 'cameBack' | 'again'>
      >(
        `select count(*)::int as total, (count(*) filter (where state = 'sent'))::int as sent,
           (count(*) filter (where state = 'queued' or ${IS_AWAITED}))::int as waiting,
           (count(*) filter (where state = 'failed'))::int as failed,
           (count(*) filter (where state = 'replaced' and not (${IS_AWAITED})))::int as replaced,
           (count(*) filter (where state = 'sent' and r.kind in ('returned', 'given_up')))::int as "cameBack",
           (select count(*) from mails where ${CAN_GO_AGAIN} and ($1::date is null or month = $1))::int as again
         from mails left join ${REPORTED} r on r.mail_id = mails.id where ${among}`,
        values,
      );
      const troubles =
        most === 0
          ? []
          : await this.work.query<MailStatus>(
              `${STATUS} left join ${REPORTED} r on r.mail_id = mails.id
         where ${among} and (state = 'failed' or state = 'queued' and last_error is not null
           or state = 'sent' and r.kind <> 'delivered')
         order by state, made_at desc, to_name collate "vi-x-icu", id limit $4`,
              [...values, most],
            );
      const [hold] = await this.work.query<MailHold>(
        `select since, held_until as until, last_error as "lastError" from mail_holds`,
      );
      const none = { total: 0, sent: 0, waiting: 0, failed: 0, replaced: 0, cameBack: 0, again: 0 };
      return { leavesHouse: this.leaveHouse, ...(counts ?? none), hold: hold ?? null, troubles };
    });
  }

  /** Counted at once, since every page shows it: what `delivery`, `undeliverable` and the gateway's list show in full. */
  async attention(): Promise<MailAttention> {
    const since = new Date(this.clock.now().getTime() - MAIL_DAYS * 86_400_000);
    const [row] = await this.work.run(() =>
      this.work.query<MailAttention>(
        `select (count(*) filter (where state = 'queued' or ${IS_AWAITED}))::int as waiting,
           (count(*) filter (where state = 'failed'))::int as failed,
           (count(*) filter (where state = 'sent' and r.kind in ('returned', 'given_up')))::int as "cameBack",
           exists (select from mail_holds) as "isHeld",
           (select count(*) from ${UNDELIVERABLE})::int as addresses,
           (select count(*) from webhook_messages where state = 'failed')::int as messages
         from mails left join ${REPORTED} r on r.mail_id = mails.id
         where made_at > $1 and mails.kind <> 'sign-in-link'`,
        [since],
      ),
    );
    return row ?? { waiting: 0, failed: 0, cameBack: 0, isHeld: false, addresses: 0, messages: 0 };
  }

  /** Addresses that people have now and at which no mail arrives, latest first; all of them, or one. */
  undeliverable(address: string | null = null): Promise<readonly UndeliverableAddress[]> {
    return this.work.run(() =>
      this.work.query<UndeliverableAddress>(
        `select u.address, u.kind, u.status, u.reply, u.at, coalesce(p.name, b.secretary_name, a.name) as name,
           p.id as "specialistId", b.branch_id as "branchId"
         from ${UNDELIVERABLE} and ($1::text is null or u.address = lower($1))
         order by u.at desc, u.address`,
        [address],
      ),
    );
  }

  /** Who takes part and whose duties neither a mail nor the committee's gateway carries, by department and name. */
  unreachable(): Promise<readonly UnreachablePerson[]> {
    return this.work.run(() =>
      this.work.query<UnreachablePerson>(
        `select id as "specialistId", name, department_short as department, phone <> '' as "hasPhone"
         from specialist_profiles p
         where in_use and max_visits > 0 and email = ''
           and not ${IS_MESSAGED}
         order by department_short collate "vi-x-icu", given_name collate "vi-x-icu", name collate "vi-x-icu", id`,
      ),
    );
  }

  /** How the latest mail of these kinds and of a month to each specialist is doing. */
  async toSpecialists(
    month: Month,
    templates: readonly MailTemplate[],
  ): Promise<ReadonlyMap<SpecialistId, MailStatus>> {
    const rows = await this.work.run(() =>
      this.work.query<MailStatus & { readonly specialistId: SpecialistId }>(
        `select specialist_id as "specialistId", ${STATUS_COLUMNS} from mails
         where month = $1 and kind = any($2::text[]) and specialist_id is not null order by made_at, id`,
        [firstDay(month), templates],
      ),
    );
    return new Map(rows.map((row) => [row.specialistId, row]));
  }

  /** Those that will not arrive unless somebody does something, latest first. */
  listFailed(limit: number): Promise<readonly MailStatus[]> {
    return this.work.run(() =>
      this.work.query<MailStatus>(`${STATUS} where state = 'failed' order by made_at desc, id desc limit $1`, [limit]),
    );
  }
}
