import type { AccountId, CommitteeId, SpecialistId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, Not } from 'typeorm';
import { Clock } from '../../../../kernel/clock.ts';
import type { Locale, Role } from '../../../../kernel/actor.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { NewSession, OpenSession, StoredSession } from '../../application/ports.ts';
import { SESSION_IDLE_MS } from '../../domain/session-limits.ts';
import { SessionEntity } from '../entities.ts';

interface SessionRow {
  accountId: AccountId;
  accountName: string;
  email: string;
  locale: Locale;
  csrfToken: string;
  lastSeenAt: Date;
  expiresAt: Date;
  committeeId: CommitteeId;
  committeeCode: string;
  committeeName: string;
  timeZone: string;
  isSample: boolean;
  roles: Role[];
  specialistId: SpecialistId | null;
  deputised: { role: Role; accountId: AccountId; name: string }[] | null;
}

@Injectable()
export class Sessions {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async insert(session: NewSession): Promise<void> {
    await this.work.manager.insert(SessionEntity, { ...session, lastSeenAt: session.createdAt });
  }

  async find(tokenHash: string): Promise<StoredSession | null> {
    // There is no actor yet: the session decides whose rows and which committee's may be read.
    await this.work.query(
      `select set_config('app.account_id', coalesce(s.account_id::text, ''), true),
         set_config('app.committee_id', coalesce(s.committee_id::text, ''), true)
       from (select $1::text as token_hash) asked left join sessions s on s.token_hash = asked.token_hash`,
      [tokenHash],
    );
    const [row] = await this.work.query<SessionRow>(
      `select s.account_id as "accountId", a.name as "accountName", a.email, a.locale, s.csrf_token as "csrfToken",
         s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
         c.id as "committeeId", c.code as "committeeCode", c.name as "committeeName", c.time_zone as "timeZone",
         c.is_sample as "isSample",
         array_agg(m.role) as roles, max(m.specialist_id::text) as "specialistId",
         (select json_agg(json_build_object('role', d.role, 'accountId', d.account_id, 'name', n.name) order by d.starts_on, d.id)
          from deputies d
          join account_names n on n.id = d.account_id
          join memberships p on p.committee_id = d.committee_id and p.account_id = d.account_id and p.role = d.role
          where d.committee_id = s.committee_id and d.deputy_id = s.account_id
            and ($2::timestamptz at time zone c.time_zone)::date >= d.starts_on
            and ($2::timestamptz at time zone c.time_zone)::date < d.ends_before
            and not exists (
              select from disabled_accounts x where x.committee_id = d.committee_id and x.account_id = d.account_id)
         ) as deputised
       from sessions s
       join accounts a on a.id = s.account_id and a.disabled_at is null
       join committees c on c.id = s.committee_id
       join memberships m on m.account_id = s.account_id and m.committee_id = s.committee_id
       where s.token_hash = $1 and not exists (
         select from disabled_accounts d where d.committee_id = s.committee_id and d.account_id = s.account_id)
       group by s.token_hash, a.id, c.id`,
      [tokenHash, this.clock.now()],
    );
    if (!row) return null;
    const deputised = (row.deputised ?? []).map((each) => ({ ...each, isOwn: row.roles.includes(each.role) }));
    return {
      lastSeenAt: row.lastSeenAt,
      expiresAt: row.expiresAt,
      session: {
        actor: {
          accountId: row.accountId,
          committeeId: row.committeeId,
          roles: [...new Set([...row.roles, ...deputised.map(({ role }) => role)])],
          ...(deputised.length > 0 && { deputised }),
          specialistId: row.specialistId,
        },
        account: { id: row.accountId, name: row.accountName, email: row.email, locale: row.locale },
        committee: {
          id: row.committeeId,
          code: row.committeeCode,
          name: row.committeeName,
          timeZone: row.timeZone,
          isSample: row.isSample,
        },
        csrfToken: row.csrfToken,
      },
    };
  }

  /** Whether somebody who is signed in has no role any more; not those whose account is disabled. */
  async isWithoutRole(tokenHash: string): Promise<boolean> {
    if ((await this.find(tokenHash)) !== null) return false;
    // `find` has chosen whose rows may be read.
    const rows = await this.work.query(
      `select 1 from sessions s join accounts a on a.id = s.account_id and a.disabled_at is null
       where s.token_hash = $1 and s.expires_at > $2
         and not exists (
           select from memberships m where m.account_id = s.account_id and m.committee_id = s.committee_id)
         and not exists (
           select from disabled_accounts d where d.committee_id = s.committee_id and d.account_id = s.account_id)`,
      [tokenHash, this.clock.real()],
    );
    return rows.length > 0;
  }

  async seen(tokenHash: string, at: Date): Promise<void> {
    await this.work.manager.update(SessionEntity, { tokenHash }, { lastSeenAt: at });
  }

  /** Returns whether there was one. */
  async delete(tokenHash: string): Promise<boolean> {
    const { affected } = await this.work.manager.delete(SessionEntity, { tokenHash });
    return affected === 1;
  }

  /** Last used first. */
  async list(accountId: AccountId): Promise<OpenSession[]> {
    const rows = await this.work.manager.find(SessionEntity, { where: { accountId }, order: { lastSeenAt: 'DESC' } });
    return rows.map(({ tokenHash: id, device, createdAt, lastSeenAt, expiresAt }) => ({
      id,
      device,
      createdAt,
      lastSeenAt,
      expiresAt,
    }));
  }

  /** Returns whether the account had such a session. */
  async deleteOf(accountId: AccountId, tokenHash: string): Promise<boolean> {
    const { affected } = await this.work.manager.delete(SessionEntity, { accountId, tokenHash });
    return affected === 1;
  }

  /** Returns their number. */
  async deleteOthers(accountId: AccountId, keptTokenHash: string): Promise<number> {
    const { affected } = await this.work.manager.delete(SessionEntity, { accountId, tokenHash: Not(keptTokenHash) });
    return affected ?? 0;
  }

  /** Sessions of an account in the acting committee; returns their number. */
  async deleteAll(accountId: AccountId): Promise<number> {
    const { committeeId } = this.work.actor;
    const { affected } = await this.work.manager.delete(SessionEntity, { accountId, committeeId });
    return affected ?? 0;
  }

  /** All sessions for which `isSessionOver` holds at that time, of any account. */
  async deleteOver(now: Date): Promise<void> {
    await this.work.manager.delete(SessionEntity, [
      { expiresAt: LessThanOrEqual(now) },
      { lastSeenAt: LessThanOrEqual(new Date(now.getTime() - SESSION_IDLE_MS)) },
    ]);
  }
}
