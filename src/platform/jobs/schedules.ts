import type { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import type { Logger } from 'pino';
import type { Clock } from '../../kernel/clock.ts';
import type { CommitteeId } from '../../kernel/id.ts';
import type { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';
import { lastDue, nextDue } from './last-due.ts';

export interface Schedule {
  readonly name: string;
  /** Six-field cron expression, read in `zone`. */
  readonly cron: string;
  readonly zone: string;
  /** Whether it fires once for the deployment, or once for each committee and on its behalf. */
  readonly per?: 'deployment' | 'committee';
  readonly run: (dueAt: Date) => Promise<void>;
}

export interface ScheduleFacts {
  readonly name: string;
  /** Null where it has never been due, or not within the days looked back. */
  readonly last: Date | null;
  readonly next: Date;
}

/** How soon a run that failed is tried again, until it succeeds. */
const AGAIN_MS = 15_000;

/**
 * Schedules that fire once however many replicas run: each due instant is a row that only one process can insert, in
 * the transaction of its work. A run missed while the service was down is made at start, once, for the latest due
 * instant.
 */
export class Schedules {
  private readonly schedules: Schedule[] = [];
  private readonly overdue = new Set<Schedule>();
  private readonly firing = new Set<Promise<void>>();
  private again: NodeJS.Timeout | null = null;

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly againMs = AGAIN_MS,
  ) {}

  add(schedule: Schedule): void {
    this.schedules.push(schedule);
  }

  /** Each schedule with its last completed instant, of any committee, and the next one. */
  async list(): Promise<readonly ScheduleFacts[]> {
    const rows = await this.work.run(() =>
      this.work.query<{ name: string; last: Date }>(
        `select split_part(schedule, '/', 1) as name, max(due_at) as last from schedule_claims group by 1`,
      ),
    );
    const last = new Map(rows.map((row) => [row.name, row.last]));
    const now = this.clock.real();
    return this.schedules.map((schedule) => ({
      name: schedule.name,
      last: last.get(schedule.name) ?? null,
      next: nextDue(schedule, now),
    }));
  }

  async start(): Promise<void> {
    for (const schedule of this.schedules) {
      await this.fire(schedule);
      const job = CronJob.from({
        cronTime: schedule.cron,
        timeZone: schedule.zone,
        onTick: () => void this.fire(schedule),
        start: true,
      });
      this.registry.addCronJob(schedule.name, job);
    }
    this.again = setInterval(() => {
      for (const schedule of this.overdue) void this.fire(schedule);
    }, this.againMs);
  }

  async stop(): Promise<void> {
    if (this.again) clearInterval(this.again);
    for (const { name } of this.schedules) {
      if (this.registry.doesExist('cron', name)) {
        await this.registry.getCronJob(name).stop();
        this.registry.deleteCronJob(name);
      }
    }
    await Promise.all(this.firing);
  }

  /** Never rejects: a failed run stays due and is tried again. */
  private async fire(schedule: Schedule): Promise<void> {
    const firing = this.fireAt(schedule, lastDue(schedule, this.clock.real())).then((isDone) => {
      if (isDone) this.overdue.delete(schedule);
      else this.overdue.add(schedule);
    });
    this.firing.add(firing);
    await firing;
    this.firing.delete(firing);
  }

  private async fireAt(schedule: Schedule, dueAt: Date | null): Promise<boolean> {
    if (!dueAt) return true;
    if (schedule.per !== 'committee') return this.fireOnce(schedule, schedule.name, dueAt);
    const committees = await this.committees();
    let areDone = committees !== null;
    for (const id of committees ?? []) {
      const actor = { accountId: null, committeeId: id, roles: [], specialistId: null };
      const isDone = await this.work.as(actor, () => this.fireOnce(schedule, `${schedule.name}/${id}`, dueAt));
      areDone &&= isDone;
    }
    return areDone;
  }

  private async fireOnce(schedule: Schedule, claim: string, dueAt: Date): Promise<boolean> {
    try {
      const fired = await this.work.run(async () => {
        const claimed = await this.work.query(
          `insert into schedule_claims (schedule, due_at, claimed_at) values ($1, $2, $3) on conflict do nothing returning 1`,
          [claim, dueAt, this.clock.real()],
        );
        if (claimed.length === 0) return false;
        await schedule.run(dueAt);
        return true;
      });
      if (fired) this.log.info({ schedule: claim, dueAt }, 'schedule.fired');
      return true;
    } catch (error) {
      this.log.error({ schedule: claim, dueAt, err: error }, 'schedule.failed');
      return false;
    }
  }

  private async committees(): Promise<CommitteeId[] | null> {
    try {
      const rows = await this.work.run(() =>
        this.work.query<{ id: CommitteeId }>(`select id from served_committees order by code`),
      );
      return rows.map(({ id }) => id);
    } catch (error) {
      this.log.error({ err: error }, 'schedule.failed');
      return null;
    }
  }
}
