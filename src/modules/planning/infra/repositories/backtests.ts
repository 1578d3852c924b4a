import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import type { Day } from '../../../../kernel/month.ts';
import { firstDay, monthOf } from '../../../../kernel/month.ts';
import { isOver, type JobReport, type TrackedJob, TrackedJobs } from '../../../../kernel/tracked-jobs.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { Backtest, BacktestId, BacktestResult } from '../../domain/backtest.ts';
import type {} from '../../errors.ts';

const KIND = 'plan.backtest';
/** All of them, so that a second one is seen. */
const SUBJECT = 'policy';
const PLANNING = 'plan.solve';

const COLUMNS = `id, before_month as before, months, changes, asked_at as "askedAt", asked_by as "askedBy"`;

/** How far a replay is: months that are planned, of those to be planned. */
export interface BacktestProgress {
  readonly done: number;
  readonly of: number;
}

type Row = Omit<Backtest, 'before'> & { readonly before: Day };

/** Back-tests of a committee, with their progress in the tracked jobs. */
@Injectable()
export class Backtests {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly tracked: TrackedJobs,
  ) {}

  /** Serialises the starts of a committee until the transaction ends. */
  async lock(): Promise<void> {
    await this.work.query(
      `select pg_advisory_xact_lock(hashtextextended('backtest/' || current_committee()::text, 0))`,
    );
  }

  async insert({ id, before, months, changes, askedAt, askedBy }: Backtest): Promise<void> {
    await this.work.query(
      `insert into backtests (committee_id, id, before_month, months, changes, asked_at, asked_by)
       values (current_committee(), $1, $2, $3, $4, $5, $6)`,
      [id, firstDay(before), months, JSON.stringify(changes), askedAt, askedBy],
    );
    await this.tracked.insert({ id, kind: KIND, subject: SUBJECT });
  }

  /** The one that waits or runs. */
  async findOpen(): Promise<Backtest | null> {
    const job = await this.tracked.findOpen(KIND, SUBJECT);
    return job && (await this.get(job.id as BacktestId));
  }

  /** @throws DomainError backtest.not_found */
  get(id: BacktestId): Promise<Backtest> {
    return this.work.run(async () => {
      const [row] = await this.work.query<Row>(`select ${COLUMNS}, result from backtests where id = $1`, [id]);
      if (!row) throw new DomainError('backtest.not_found', {});
      return fromRow(row);
    });
  }

  /** Without results, the latest first. */
  list(limit: number): Promise<readonly Backtest[]> {
    return this.work.run(async () => {
      const rows = await this.work.query<Row>(
        `select ${COLUMNS}, null::jsonb as result from backtests order by asked_at desc, id desc limit $1`,
        [limit],
      );
      return rows.map(fromRow);
    });
  }

  /** Null for one that was stored before and whose progress was deleted. */
  job(id: BacktestId): Promise<TrackedJob<BacktestProgress> | null> {
    return this.work.run(() => this.tracked.find<BacktestProgress>(KIND, id));
  }

  /** Marked as running; null where it is over. */
  async begin(id: BacktestId): Promise<Backtest | null> {
    const job = await this.tracked.find(KIND, id);
    if (!job || isOver(job.state)) return null;
    await this.tracked.move(id, 'running');
    return this.get(id);
  }

  /** Returns whether somebody has asked to stop. */
  report(id: BacktestId, report: JobReport): Promise<boolean> {
    return this.tracked.report(id, report);
  }

  async finish(id: BacktestId, result: BacktestResult): Promise<void> {
    await this.work.query(`update backtests set result = $2 where id = $1`, [id, JSON.stringify(result)]);
    await this.tracked.move(id, 'done');
  }

  async move(id: BacktestId, state: 'failed' | 'cancelled'): Promise<void> {
    await this.tracked.move(id, state);
  }

  async askToStop(id: BacktestId): Promise<void> {
    await this.tracked.askToStop(id, { mayEndWaiting: true });
  }

  /** Whether a month of this committee is being planned. */
  async isPlanBeingMade(): Promise<boolean> {
    return (await this.tracked.countOpen(PLANNING)) > 0;
  }
}

function fromRow({ before, ...row }: Row): Backtest {
  return { ...row, before: monthOf(before) };
}
