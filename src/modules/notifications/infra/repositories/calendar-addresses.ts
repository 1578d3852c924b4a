import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { AuditTrail } from '../../../audit/index.ts';
import type { CalendarHolder } from '../../application/calendar-holder.ts';

/** The secret addresses at which calendar programs read somebody's visits: one per person and committee. */
@Injectable()
export class CalendarAddresses {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** The acting account's token in the acting committee; null where none was asked for. */
  find(): Promise<string | null> {
    return this.work.run(async () => {
      const { accountId, committeeId } = this.work.actor;
      const [row] = await this.work.query<{ token: string }>(
        `select token from calendar_addresses where account_id = $1 and committee_id = $2`,
        [accountId, committeeId],
      );
      return row?.token ?? null;
    });
  }

  /** Replaces the token by a new one. */
  renew(): Promise<void> {
    return this.work.run(async () => {
      const { accountId, committeeId } = this.work.actor;
      await this.work.query(
        `insert into calendar_addresses (account_id, committee_id, token, made_at) values ($1, $2, $3, $4)
         on conflict (account_id, committee_id) do update set token = excluded.token, made_at = excluded.made_at`,
        [accountId, committeeId, randomBytes(24).toString('base64url'), this.clock.real()],
      );
      if (accountId)
        this.audit.record({ action: 'calendar_address.made', subject: { kind: 'account', id: accountId } });
    });
  }

  /** Null for an unknown token, and where its holder may no longer see visits. */
  holderOf(token: string): Promise<CalendarHolder | null> {
    return this.work.run(async () => {
      // There is no actor yet, so the membership is read by the policy memberships_own_account.
      await this.work.query(
        `select set_config('app.account_id', coalesce((select account_id::text from calendar_addresses where token = $1), ''), true)`,
        [token],
      );
      const [holder] = await this.work.query<CalendarHolder>(
        `select c.account_id as "accountId", c.committee_id as "committeeId", a.specialist_id as "specialistId", a.name,
           a.email, a.locale
         from calendar_addresses c
         join specialist_accounts a on a.account_id = c.account_id and a.committee_id = c.committee_id and a.is_open
         where c.token = $1`,
        [token],
      );
      return holder ?? null;
    });
  }
}
