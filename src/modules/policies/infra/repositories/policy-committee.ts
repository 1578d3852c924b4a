import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';

/** The acting committee, as far as its policies ask; joins the ambient transaction. */
@Injectable()
export class PolicyCommittee {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Serialises all changes of its policies until the transaction ends. */
  async lockPolicies(): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock(hashtext('policies'), hashtext($1))`, [
      this.work.actor.committeeId,
    ]);
  }

  /** Keeps the policies as they are until the transaction ends: whoever does a month's work by them asks for it first. */
  async keepPolicies(): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock_shared(hashtext('policies'), hashtext($1))`, [
      this.work.actor.committeeId,
    ]);
  }

  async zone(): Promise<string> {
    const [row] = await this.work.query<{ zone: string }>(`select committee_zone() as zone`);
    return row?.zone ?? 'UTC';
  }
}
