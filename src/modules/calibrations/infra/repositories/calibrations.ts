import { Injectable } from '@nestjs/common';
import type { Calibration } from '../../../../calibration/index.ts';
import type { AccountId } from '../../../../kernel/id.ts';
import { firstDay } from '../../../../kernel/month.ts';
import { isOver, type TrackedJob, TrackedJobs } from '../../../../kernel/tracked-jobs.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { CalibrationGround, CalibrationId, KeptCalibration } from '../../domain/kept-calibration.ts';

const KIND = 'calibration.make';
/** All of them, so that a second one is seen. */
const SUBJECT = 'forms';
/** Those before are deleted with the next one that is made. */
const KEPT = 12;

/** Calibrations of a committee, with their progress in the tracked jobs. */
@Injectable()
export class Calibrations {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly tracked: TrackedJobs,
  ) {}

  /** Serialises the starts of a committee until the transaction ends. */
  async lock(): Promise<void> {
    await this.work.query(
      `select pg_advisory_xact_lock(hashtextextended('calibration/' || current_committee()::text, 0))`,
    );
  }

  async insert(id: CalibrationId, askedAt: Date, askedBy: AccountId | null): Promise<void> {
    await this.work.query(
      `insert into calibrations (committee_id, id, asked_at, asked_by) values (current_committee(), $1, $2, $3)`,
      [id, askedAt, askedBy],
    );
    await this.tracked.insert({ id, kind: KIND, subject: SUBJECT });
  }

  /** The one that waits or runs. */
  async findOpen(): Promise<TrackedJob | null> {
    return this.tracked.findOpen(KIND, SUBJECT);
  }

  async findLatestJob(): Promise<TrackedJob | null> {
    return this.tracked.findLatest(KIND, SUBJECT);
  }

  /** The last one that was made. */
  async findLast(): Promise<KeptCalibration | null> {
    const [row] = await this.work.query<KeptCalibration>(
      `select id, asked_at as "askedAt", asked_by as "askedBy", coalesce(forms, 0) as forms, to_char(first_month, 'YYYY-MM') as "firstMonth",
         to_char(last_month, 'YYYY-MM') as "lastMonth", coalesce(digest, '') as digest, result
       from calibrations where result is not null order by asked_at desc, id desc limit 1`,
    );
    return row ?? null;
  }

  /** Marked as running; false where it is over. */
  async begin(id: CalibrationId): Promise<boolean> {
    const job = await this.tracked.find(KIND, id);
    if (!job || isOver(job.state)) return false;
    await this.tracked.move(id, 'running');
    return true;
  }

  async finish(id: CalibrationId, ground: CalibrationGround, result: Calibration): Promise<void> {
    const { forms, firstMonth, lastMonth, digest } = ground;
    await this.work.query(
      `update calibrations set forms = $2, first_month = $3, last_month = $4, digest = $5, result = $6 where id = $1`,
      [id, forms, firstMonth && firstDay(firstMonth), lastMonth && firstDay(lastMonth), digest, JSON.stringify(result)],
    );
    await this.work.query(
      `delete from calibrations where id not in (select id from calibrations order by asked_at desc, id desc limit $1)`,
      [KEPT],
    );
    await this.tracked.move(id, 'done');
  }

  async fail(id: CalibrationId): Promise<void> {
    await this.tracked.move(id, 'failed');
  }
}
