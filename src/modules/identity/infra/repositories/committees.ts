import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.ts';
import type { CommitteeId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { NewCommittee } from '../../application/ports.ts';

@Injectable()
export class Committees {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async any(): Promise<boolean> {
    return (await this.work.query(`select 1 from committees limit 1`)).length > 0;
  }

  async has(id: CommitteeId): Promise<boolean> {
    return (await this.work.query(`select 1 from committees where id = $1`, [id])).length > 0;
  }

  /** Serialises set-up: two first visitors make one committee. */
  async lock(): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock(hashtext('giaoban.set_up'))`);
  }

  async insert({ id, code, name, timeZone, isSample, labels }: NewCommittee): Promise<void> {
    await this.work.query(
      `insert into committees (id, code, name, time_zone, is_sample, labels, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, code, name, timeZone, isSample, JSON.stringify(labels), this.clock.real()],
    );
  }

  list(): Promise<{ id: CommitteeId; code: string; name: string }[]> {
    return this.work.query(`select id, code, name from committees order by code`);
  }
}
