import { Injectable } from '@nestjs/common';
import { committeeZone } from '../../../../platform/database/committee-zone.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';

/** Locks on the acting committee's policies; takes part in the ambient transaction. */
@Injectable()
export class PolicyCommittee {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Makes transactions that change policies wait for each other. */
  async lockPolicies(): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock(hashtext('policies'), hashtext($1))`, [
      this.work.actor.committeeId,
    ]);
  }

  /** Prevents changes of the policies until the transaction ends; called before a month's work is done by them. */
  async keepPolicies(): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock_shared(hashtext('policies'), hashtext($1))`, [
      this.work.actor.committeeId,
    ]);
  }

  zone(): Promise<string> {
    return committeeZone(this.work);
  }
}
