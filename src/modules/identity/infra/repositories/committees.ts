import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.ts';
import type { CommitteeId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { NewCommittee } from '../../application/ports.ts';
import { COMMITTEE_LABEL_KEYS, type CommitteeLabels } from '../../domain/committee-labels.ts';

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

  /** Makes set-ups wait for each other, so that two first visitors create one committee. */
  async lock(): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock(hashtext('giaoban.set_up'))`);
  }

  async insert({ id, code, name, timeZone, isSample, labels }: NewCommittee): Promise<void> {
    await this.work.query(
      `insert into committees (id, code, name, time_zone, is_sample, labels, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, code, name, timeZone, isSample, JSON.stringify(labels), this.clock.real()],
    );
  }

  /** The acting committee's labels as entered; empty texts for others. */
  async labels({ lock = false }: { readonly lock?: boolean } = {}): Promise<CommitteeLabels> {
    const { committeeId } = this.work.actor;
    if (lock) await this.work.query(`select 1 from committees where id = $1 for update`, [committeeId]);
    const [row] = await this.work.query<{ name: string; labels: Readonly<Record<string, unknown>> }>(
      `select name, labels from committees where id = $1`,
      [committeeId],
    );
    const entered: Readonly<Record<string, unknown>> = { ...row?.labels, name: row?.name };
    const texts = COMMITTEE_LABEL_KEYS.map((key) => [key, typeof entered[key] === 'string' ? entered[key] : '']);
    return Object.fromEntries(texts) as CommitteeLabels;
  }

  /** Other values stored with these labels are kept. */
  async setLabels({ name, ...labels }: CommitteeLabels): Promise<void> {
    const given = Object.fromEntries(Object.entries(labels).filter(([, label]) => label !== ''));
    await this.work.query(
      `update committees set name = $2, labels = (labels - $3::text[]) || $4::jsonb where id = $1`,
      [this.work.actor.committeeId, name, Object.keys(labels), JSON.stringify(given)],
    );
  }

  list(): Promise<{ id: CommitteeId; code: string; name: string }[]> {
    return this.work.query(`select id, code, name from committees order by code`);
  }
}
