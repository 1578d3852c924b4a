import type { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob, CronTime } from 'cron';
import type { Logger } from 'pino';
import type { Clock } from '../../kernel/clock.ts';
import type { CommitteeId } from '../../kernel/id.ts';
import type { Work } from '../database/work.ts';

export interface Schedule {
  readonly name: string;
  /** Six-field cron expression, read in `zone`. */
  readonly cron: string;
  readonly zone: string;
  /** Whether it fires once for the deployment, or once for each committee and on its behalf. */
  readonly per?: 'deployment' | 'committee';
  readonly run: (dueAt: Date) => Promise<void>;
}

/** How far back a start looks for what was missed. */
const CATCH_UP_DAYS = 40;

/**
 * Schedules that fire once however many replicas run: each due instant is a row that only one can insert, in the same
 * transaction as what it does. What was missed while the service was down is caught up at start, once, for its latest
 * due instant.
 */
export class Schedules {
  private readonly schedules: Schedule[] = [];

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  add(schedule: Schedule): void {
    this.schedules.push(schedule);
  }

  async start(): Promise<void> {
    for (const schedule of this.schedules) {
      await this.fire(schedule, lastDue(schedule, this.clock.real()));
      const job = CronJob.from({
        cronTime: schedule.cron,
        timeZone: schedule.zone,
        onTick: () => void this.fire(schedule, lastDue(schedule, this.clock.real())),
        start: true,
      });
      this.registry.addCronJob(schedule.name, job);
    }
  }

  async stop(): Promise<void> {
    for (const { name } of this.schedules) {
      if (this.registry.doesExist('cron', name)) {
        await this.registry.getCronJob(name).stop();
        this.registry.deleteCronJob(name);
      }
    }
  }

  private async fire(schedule: Schedule, dueAt: Date | null): Promise<void> {
    if (!dueAt) return;
    if (schedule.per !== 'committee') {
      await this.fireOnce(schedule, schedule.name, dueAt);
      return;
    }
    for (const id of await this.committees()) {
      const actor = { accountId: null, committeeId: id, roles: [], specialistId: null };
      await this.work.as(actor, () => this.fireOnce(schedule, `${schedule.name}/${id}`, dueAt));
    }
  }

  private async fireOnce(schedule: Schedule, claim: string, dueAt: Date): Promise<void> {
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
    } catch (error) {
      this.log.error({ schedule: claim, dueAt, err: error }, 'schedule.failed');
    }
  }

  private async committees(): Promise<CommitteeId[]> {
    try {
      const rows = await this.work.run(() =>
        this.work.query<{ id: CommitteeId }>(`select id from committees order by code`),
      );
      return rows.map(({ id }) => id);
    } catch (error) {
      this.log.error({ err: error }, 'schedule.failed');
      return [];
    }
  }
}

/** The latest instant at or before `now` at which the schedule was due; null where there was none of late. */
export function lastDue({ cron, zone }: Pick<Schedule, 'cron' | 'zone'>, now: Date): Date | null {
  const time = new CronTime(cron, zone);
  const oldest = now.getTime() - CATCH_UP_DAYS * 86_400_000;
  for (let reach = 60_000; ; reach *= 4) {
    const from = Math.max(now.getTime() - reach, oldest);
    let due: Date | null = null;
    for (let at = time.getNextDateFrom(new Date(from), zone).toJSDate(); at <= now;) {
      due = at;
      at = time.getNextDateFrom(at, zone).toJSDate();
    }
    if (due || from === oldest) return due;
  }
}
