import { SchedulerRegistry } from '@nestjs/schedule';
import pg from 'pg';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { SystemClock } from '../../src/kernel/clock.ts';
import { applicationDatabase } from '../../src/platform/database/database.ts';
import { PostgresUnitOfWork } from '../../src/platform/database/postgres-unit-of-work.ts';
import { lastDue } from '../../src/platform/jobs/last-due.ts';
import { type Schedule, Schedules } from '../../src/platform/jobs/schedules.ts';
import { until } from '../support/until.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';

let failures = 0;
const log = pino({ level: 'error' }, { write: () => (failures += 1) });
const ZONE = 'Asia/Ho_Chi_Minh';
const EACH_SECOND = '* * * * * *';
const EACH_MIDNIGHT = '0 0 0 * * *';

/** The real time, shifted ahead. */
class HurriedClock extends SystemClock {
  aheadMs = 0;

  override real(): Date {
    return new Date(super.real().getTime() + this.aheadMs);
  }
}

/** The parts of a replica that schedules need. */
interface Replica {
  readonly work: PostgresUnitOfWork;
  readonly registry: SchedulerRegistry;
  readonly schedules: Schedules;
  readonly database: DataSource;
}

describe('schedules', () => {
  let cloned: ClonedDatabase;
  let owner: pg.Client;
  let replicas: Replica[];
  let clock: HurriedClock;

  beforeEach(async () => {
    cloned = await cloneDatabase();
    owner = new pg.Client(cloned.url);
    await owner.connect();
    await owner.query(`create table fired (name text, due_at timestamptz, replica int)`);
    await owner.query(`grant all on fired to giaoban_app`);
    replicas = [];
    clock = new HurriedClock();
  });
  afterEach(async () => {
    await stopAll();
    await owner.end();
    await cloned.drop();
  });

  async function start(count: number, schedule: Omit<Schedule, 'run'>, run?: (due: Date) => Promise<void>) {
    const made = await Promise.all(
      Array.from({ length: count }, async (_, i) => {
        const database = await applicationDatabase({ url: cloned.url, entities: [], poolSize: 2 }).initialize();
        const work = new PostgresUnitOfWork(database);
        const registry = new SchedulerRegistry();
        const schedules = new Schedules(registry, work, clock, log, 100);
        schedules.add({
          ...schedule,
          run: async (dueAt) => {
            await run?.(dueAt);
            await work.query(`insert into fired values ($1, $2, $3)`, [schedule.name, dueAt, i]);
          },
        });
        return { work, registry, schedules, database };
      }),
    );
    replicas.push(...made);
    await Promise.all(made.map(({ schedules }) => schedules.start()));
  }

  async function stopAll(): Promise<void> {
    for (const { schedules, database } of replicas.splice(0)) {
      await schedules.stop();
      await database.destroy();
    }
  }

  async function dueTimes(): Promise<number[]> {
    const { rows } = await owner.query<{ due_at: Date }>(`select due_at from fired order by due_at`);
    return rows.map(({ due_at }) => due_at.getTime());
  }

  it('fire once each instant, however many replicas run', async () => {
    await start(3, { name: 'each-second', cron: EACH_SECOND, zone: ZONE });
    // The start makes its own instant, the next one follows in time.
    await until(async () => new Set(await dueTimes()).size >= 2);
    for (let instant = 3; instant <= 10; instant += 1) {
      clock.aheadMs += 1_000;
      await Promise.all(replicas.map(({ registry }) => registry.getCronJob('each-second').fireOnTick()));
      await until(async () => new Set(await dueTimes()).size >= instant);
    }
    await stopAll();
    const due = await dueTimes();
    expect(new Set(due).size).toBe(due.length);
  });

  it('catch up at start what was missed, once and for its latest instant only', async () => {
    const schedule = { name: 'nightly', cron: EACH_MIDNIGHT, zone: ZONE };
    const latest = lastDue(schedule, new Date())?.getTime() ?? 0;
    await start(3, schedule);
    expect(await dueTimes()).toEqual([latest]);
    await stopAll();
    await start(2, schedule);
    expect(await dueTimes()).toEqual([latest]);
    await stopAll();
    await owner.query(`delete from schedule_claims`);
    await owner.query(`insert into schedule_claims values ('nightly', $1, now())`, [new Date(latest - 3 * 86_400_000)]);
    await start(1, schedule);
    expect(await dueTimes()).toEqual([latest, latest]);
  });

  it('fire for each committee by itself', async () => {
    await owner.query(`insert into committees (id, code, name, time_zone, created_at)
      select gen_random_uuid(), 'mau-' || i, 'Mẫu', 'Asia/Ho_Chi_Minh', now() from generate_series(1, 3) i`);
    let bad = true;
    await start(2, { name: 'nightly', cron: EACH_MIDNIGHT, zone: ZONE, per: 'committee' }, () => {
      const fails = bad;
      bad = false;
      return fails ? Promise.reject(new Error('one of them')) : Promise.resolve();
    });
    await until(async () => (await dueTimes()).length >= 3); // the one that failed is tried again
    await stopAll();
    expect(await dueTimes()).toHaveLength(3);
    const { rows } = await owner.query<{ schedule: string }>(`select schedule from schedule_claims`);
    expect(new Set(rows.map(({ schedule }) => schedule)).size).toBe(3);
  });

  it('are tried again until they are done, when the database was away at their instant', async () => {
    await owner.query(`revoke insert on schedule_claims from giaoban_app`);
    await start(2, { name: 'nightly', cron: EACH_MIDNIGHT, zone: ZONE });
    const before = failures;
    await until(() => failures > before + 2);
    expect(await dueTimes()).toEqual([]);
    await owner.query(`grant insert on schedule_claims to giaoban_app`);
    await until(async () => (await dueTimes()).length > 0);
    await stopAll();
    expect(await dueTimes()).toHaveLength(1);
  });
});
