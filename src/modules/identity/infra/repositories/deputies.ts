import { Injectable } from '@nestjs/common';
import type { Role } from '../../../../kernel/actor.ts';
import { Clock } from '../../../../kernel/clock.ts';
import type { AccountId, Id } from '../../../../kernel/id.ts';
import { addDays, type Day, dayIn } from '../../../../kernel/month.ts';
import { committeeZone } from '../../../../platform/database/committee-zone.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';

export type DeputyId = Id<'Deputy'>;

export interface Deputyship {
  readonly id: DeputyId;
  /** The account whose role it is. */
  readonly accountId: AccountId;
  readonly deputyId: AccountId;
  readonly role: Role;
  readonly from: Day;
  /** The last day. */
  readonly to: Day;
}

/** A deputyship that has not ended, with both names. */
export interface NamedDeputyship extends Deputyship {
  readonly name: string;
  readonly deputy: string;
}

/** The deputyships of the acting committee. */
@Injectable()
export class Deputies {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  today(): Promise<Day> {
    return this.work.run(async () => dayIn(await committeeZone(this.work), this.clock.now()));
  }

  listOpen(): Promise<NamedDeputyship[]> {
    return this.work.run(async () =>
      this.work.query<NamedDeputyship>(
        `select d.id, d.account_id as "accountId", d.deputy_id as "deputyId", d.role, d.starts_on as "from",
           (d.ends_before - 1) as "to", p.name, a.name as deputy
         from deputies d join accounts p on p.id = d.account_id join accounts a on a.id = d.deputy_id
         where d.ends_before > $1 order by d.starts_on, d.id`,
        [await this.today()],
      ),
    );
  }

  async insert({ id, accountId, deputyId, role, from, to }: Deputyship): Promise<void> {
    await this.work.query(
      `insert into deputies (committee_id, id, account_id, deputy_id, role, starts_on, ends_before, made_at, made_by)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, accountId, deputyId, role, from, addDays(to, 1), this.clock.real(), this.work.actor.accountId],
    );
  }

  async delete(id: DeputyId): Promise<void> {
    await this.work.query(`delete from deputies where id = $1`, [id]);
  }
}
