import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../../kernel/actor.ts';
import type { AccountId, SpecialistId } from '../../../../kernel/id.ts';
import { addMonths, firstDay, type Month } from '../../../../kernel/month.ts';
import { isMonthPublished } from '../../../meetings/index.ts';
import { committeeZone } from '../../../../platform/database/committee-zone.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { AvailabilityReply, AvailabilityRound, ReplyKind } from '../../domain/availability-round.ts';

export interface AskedPerson {
  readonly specialistId: SpecialistId;
  readonly name: string;
  readonly email: string;
  readonly accountId: AccountId | null;
  readonly locale: Locale;
}

interface ReplyRow extends Omit<AvailabilityReply, 'reply'> {
  readonly kind: ReplyKind | null;
  readonly at: Date | null;
}

const ROUND = `to_char(month, 'YYYY-MM') as month, until, mailing, asked_at as "askedAt", asked_by as "askedBy"`;
const REPLY = `to_char(r.month, 'YYYY-MM') as month, r.specialist_id as "specialistId", r.mailing, r.asked_at as "askedAt",
  r.reply as kind, r.replied_at as at`;

/** Rounds of availability with the replies to them. */
@Injectable()
export class AvailabilityRounds {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Makes transactions that change a round wait for each other. */
  async lock(month: Month): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock(hashtext('availability/' || $1), hashtext($2))`, [
      this.work.actor.committeeId,
      month,
    ]);
  }

  isPublished(month: Month): Promise<boolean> {
    return isMonthPublished(this.work, month);
  }

  zone(): Promise<string> {
    return committeeZone(this.work);
  }

  async find(month: Month): Promise<AvailabilityRound | null> {
    const [row] = await this.work.query<AvailabilityRound>(
      `select ${ROUND} from availability_rounds where month = $1`,
      [firstDay(month)],
    );
    return row ?? null;
  }

  async save({ month, until, mailing, askedAt, askedBy }: AvailabilityRound): Promise<void> {
    await this.work.query(
      `insert into availability_rounds (committee_id, month, until, mailing, asked_at, asked_by)
       values (current_committee(), $1, $2, $3, $4, $5)
       on conflict (committee_id, month) do update set until = excluded.until, mailing = excluded.mailing,
         asked_at = excluded.asked_at, asked_by = excluded.asked_by`,
      [firstDay(month), until, mailing, askedAt, askedBy],
    );
  }

  async replies(month: Month): Promise<AvailabilityReply[]> {
    const rows = await this.work.query<ReplyRow>(
      `select ${REPLY} from availability_replies r where r.month = $1 order by r.specialist_id`,
      [firstDay(month)],
    );
    return rows.map(toDomain);
  }

  async replyOf(month: Month, specialistId: SpecialistId): Promise<AvailabilityReply | null> {
    const [row] = await this.work.query<ReplyRow>(
      `select ${REPLY} from availability_replies r where r.month = $1 and r.specialist_id = $2 for update`,
      [firstDay(month), specialistId],
    );
    return row ? toDomain(row) : null;
  }

  /** From one month to another, both included, those about which a person was asked. */
  async askedMonths(specialistId: SpecialistId, from: Month, to: Month): Promise<Month[]> {
    const rows = await this.work.query<{ month: Month }>(
      `select to_char(month, 'YYYY-MM') as month from availability_replies
       where specialist_id = $1 and month between $2 and $3 order by 1`,
      [specialistId, firstDay(from), firstDay(to)],
    );
    return rows.map(({ month }) => month);
  }

  /** Null for a link that was never made. */
  async replyOfLink(tokenHash: string): Promise<AvailabilityReply | null> {
    const [row] = await this.work.query<ReplyRow>(
      `select ${REPLY} from availability_links l
       join availability_replies r on r.month = l.month and r.specialist_id = l.specialist_id where l.token_hash = $1`,
      [tokenHash],
    );
    return row ? toDomain(row) : null;
  }

  async saveReply({ month, specialistId, mailing, askedAt, reply }: AvailabilityReply): Promise<void> {
    await this.work.query(
      `insert into availability_replies (committee_id, month, specialist_id, mailing, asked_at, reply, replied_at)
       values (current_committee(), $1, $2, $3, $4, $5, $6)
       on conflict (committee_id, month, specialist_id) do update set mailing = excluded.mailing,
         asked_at = excluded.asked_at, reply = excluded.reply, replied_at = excluded.replied_at`,
      [firstDay(month), specialistId, mailing, askedAt, reply?.kind ?? null, reply?.at ?? null],
    );
  }

  async insertLink(tokenHash: string, month: Month, specialistId: SpecialistId): Promise<void> {
    await this.work.query(
      `insert into availability_links (committee_id, token_hash, month, specialist_id) values (current_committee(), $1, $2, $3)`,
      [tokenHash, firstDay(month), specialistId],
    );
  }

  /** Everybody whom a plan may send, in a fixed order. */
  people(): Promise<AskedPerson[]> {
    return this.work.query<AskedPerson>(
      `select s.id as "specialistId", s.name, s.email, a.account_id as "accountId", coalesce(a.locale, 'vi') as locale
       from specialist_profiles s
       left join lateral (select account_id, locale from specialist_accounts x where x.specialist_id = s.id order by account_id limit 1) a on true
       where s.in_use and s.max_visits > 0 order by s.id`,
    );
  }

  /** On how many days of a month a person is away, for hours or all day. */
  async daysAway(month: Month, specialistId: SpecialistId): Promise<number> {
    const [row] = await this.work.query<{ days: number }>(
      `select count(distinct d.day)::int as days from specialist_absences a
       cross join lateral generate_series(greatest(a.starts_on, $1::date), least(a.ends_before, $2::date) - 1, interval '1 day') as d (day)
       where a.specialist_id = $3 and a.starts_on < $2 and a.ends_before > $1`,
      [firstDay(month), firstDay(addMonths(month, 1)), specialistId],
    );
    return row?.days ?? 0;
  }
}

function toDomain({ month, specialistId, mailing, askedAt, kind, at }: ReplyRow): AvailabilityReply {
  return { month, specialistId, mailing, askedAt, reply: kind && at && { kind, at } };
}
