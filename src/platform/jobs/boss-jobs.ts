import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Actor } from '../../kernel/actor.ts';
import { isDomainError } from '../../kernel/domain-error.ts';
import { newId } from '../../kernel/id.ts';
import { type JobName, type JobOptions, type JobPayloads, Jobs } from '../../kernel/jobs.ts';
import type { Work } from '../database/work.ts';
import { JobStore, type TakenJob } from './job-store.ts';
import { LaneWorker } from './lane-worker.ts';
import { type Lane, LANES } from './lane.ts';
import { LivingProcess } from './living-process.ts';

interface Envelope {
  readonly name: JobName;
  readonly actor: Actor;
  readonly payload: unknown;
}

interface Handler<N extends JobName> {
  readonly lane: Lane;
  readonly handle: (payload: JobPayloads[N], signal: AbortSignal) => Promise<void>;
}

/** Twice this is the longest that a killed process's jobs lie idle. */
const LOOK_EVERY_MS = 1500;
const RECORD_AGAIN_MS = 500;
/** How long a stop waits for what runs; less than the ten seconds after which supervisors kill. */
const LAST_JOBS_MS = 7000;

/**
 * Jobs over pg-boss's tables, in the schema that a migration made; each runs as the actor who enqueued it. pg-boss
 * writes the jobs and keeps its tables tidy; taking and finishing them is our own, see DECISIONS.md.
 */
export class BossJobs extends Jobs {
  private readonly pool: pg.Pool;
  private readonly boss: PgBoss;
  private readonly living: LivingProcess;
  private readonly store: JobStore;
  private readonly handlers = new Map<JobName, Handler<JobName>>();
  private readonly workers = new Map<Lane, LaneWorker>();
  private readonly stopping = new AbortController();
  private looking: Promise<void> = Promise.resolve();

  constructor(
    url: string,
    private readonly work: Work,
    private readonly log: Logger,
  ) {
    super();
    this.pool = new pg.Pool({
      connectionString: url,
      application_name: 'giaoban-jobs',
      max: 4,
      connectionTimeoutMillis: 15_000,
      keepAlive: true,
      options: '-c role=giaoban_app -c timezone=UTC',
    });
    const unreachable = (error: Error) => log.warn({ reason: error.message }, 'jobs.unreachable');
    this.pool.on('error', unreachable);
    this.boss = new PgBoss({
      db: { executeSql: (sql, values) => this.pool.query(sql, values) },
      migrate: false,
      schedule: false,
      archiveCompletedAfterSeconds: 3600,
      deleteAfterDays: 7,
    });
    this.boss.on('error', unreachable);
    this.living = new LivingProcess(url, log);
    this.store = new JobStore(this.pool, this.living.number);
  }

  override async enqueue<N extends JobName>(name: N, payload: JobPayloads[N], options: JobOptions = {}): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`no handler is registered for ${name}`);
    const envelope: Envelope = { name, actor: this.work.actor, payload };
    await this.boss.send(handler.lane, envelope, {
      db: { executeSql: async (sql, values) => ({ rows: await this.work.query(sql, values) }) },
      singletonKey: this.singletonKey(name, options.key ?? newId()),
      ...(options.after && { startAfter: options.after }),
    });
    this.work.afterCommit(() => this.workers.get(handler.lane)?.nudge());
  }

  override async isUnderWay(name: JobName, key: string): Promise<boolean> {
    const [row] = await this.work.query<{ found: boolean }>(
      `select exists (select from pgboss.job where singleton_key = $1 and state in ('created', 'retry', 'active')) as found`,
      [this.singletonKey(name, key)],
    );
    return row?.found ?? false;
  }

  private singletonKey(name: JobName, key: string): string {
    return `${name}/${this.work.actor.committeeId}/${key}`;
  }

  /** Says who works a kind of job, whether or not this process works any. */
  handle<N extends JobName>(name: N, lane: Lane, handle: Handler<N>['handle']): void {
    if (this.handlers.has(name)) throw new Error(`${name} has a handler already`);
    this.handlers.set(name, { lane, handle: handle as unknown as Handler<JobName>['handle'] });
  }

  /** Begins to work the lanes. */
  async start(): Promise<void> {
    await this.living.start();
    await this.boss.start();
    for (const lane of LANES) {
      const names = [...this.handlers].filter(([, handler]) => handler.lane === lane).map(([name]) => name);
      const worker = new LaneWorker(
        lane,
        names,
        this.store,
        (job) => this.perform(job),
        () => this.living.isSeen,
        this.log,
      );
      this.workers.set(lane, worker);
      worker.start();
    }
    this.looking = this.lookForOrphans();
  }

  /** Lets running jobs end, asks long ones to give up, and leaves the rest for the next process. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([...this.workers.values()].map((worker) => worker.stop(LAST_JOBS_MS)));
    await this.looking;
    await this.boss.stop({ graceful: false });
    await this.living.stop();
    await this.pool.end();
  }

  private async perform(job: TakenJob): Promise<void> {
    const { name, actor, payload } = job.data as Envelope;
    const timeout = AbortSignal.timeout(job.seconds * 1000);
    const signal = AbortSignal.any([this.stopping.signal, timeout]);
    try {
      const handler = this.handlers.get(name);
      if (!handler) throw new Error(`no handler is registered for ${name}`);
      await Promise.race([
        this.work.as(actor, () => handler.handle(payload as never, signal)),
        aborted(timeout, `not done in ${job.seconds} s`),
      ]);
      await this.record(() => this.store.complete(job));
    } catch (error) {
      const isOurFault = this.stopping.signal.aborted || isDomainError(error, 'database.unavailable');
      const facts = { job: name, jobId: job.id, err: error };
      if (isOurFault) {
        this.log.info(facts, 'job.put_back');
        await this.record(() => this.store.giveBack(job));
      } else {
        this.log.warn(facts, 'job.failed');
        const reason = error instanceof Error ? error.message : String(error);
        const isGivenUp = await this.record(() => this.store.fail(job, reason));
        if (isGivenUp) this.log.error({ job: name, jobId: job.id }, 'job.given_up');
      }
    }
  }

  /** Writes down what became of a job, as soon as the database is there; at a stop the next process finds out. */
  private async record<T>(write: () => Promise<T>): Promise<T | undefined> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        this.log.warn({ reason: (error as Error).message }, 'jobs.unreachable');
        if (this.stopping.signal.aborted) return undefined;
        await this.rest(RECORD_AGAIN_MS);
      }
    }
  }

  /** Gives back within seconds what a killed process was working on; its lane's patience may be an hour. */
  private async lookForOrphans(): Promise<void> {
    let missed: readonly number[] = [];
    while (!this.stopping.signal.aborted) {
      try {
        const { jobs, missing } = await this.store.takeBack(missed);
        missed = missing;
        if (jobs > 0) {
          this.log.warn({ jobs }, 'jobs.taken_back');
          for (const worker of this.workers.values()) worker.nudge();
        }
      } catch (error) {
        missed = [];
        this.log.warn({ reason: (error as Error).message }, 'jobs.unreachable');
      }
      await this.rest(LOOK_EVERY_MS);
    }
  }

  private async rest(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

function aborted(signal: AbortSignal, reason: string): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(reason)), { once: true });
  });
}
