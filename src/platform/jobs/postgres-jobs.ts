import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { isDomainError } from '../../kernel/domain-error.ts';
import { newId } from '../../kernel/id.ts';
import { type JobName, type JobOptions, type JobPayloads, Jobs } from '../../kernel/jobs.ts';
import type { DatabaseListener } from '../database/listener.ts';
import type { PostgresUnitOfWork } from '../database/postgres-unit-of-work.ts';
import { type JobCounts, JOBS_CHANNEL, JobStore, type TakenJob } from './job-store.ts';
import { QueueWorker } from './queue-worker.ts';
import { type Queue, QUEUE_NAMES, QUEUES } from './queue.ts';
import { PRESENCE_LOCK, WorkerPresence } from './worker-presence.ts';

type Handle<Payload> = (payload: Payload, signal: AbortSignal) => Promise<void>;

interface Handler {
  readonly queue: Queue;
  readonly handle: Handle<never>;
}

/** A job that was given up, kept so that somebody can look at it. */
export interface DeadJob {
  readonly id: string;
  readonly name: string;
  readonly error: string | null;
  readonly attempts: number;
  readonly diedAt: Date;
}

export interface JobTimes {
  /** How often a worker looks for jobs without an announcement. */
  readonly pollMs: number;
  /** Jobs of a killed process wait at most twice this long. */
  readonly orphansMs: number;
}

const TIMES: JobTimes = { pollMs: 15_000, orphansMs: 1500 };
/** The additional pause between looks for orphans while no other process runs jobs. */
const IDLE_MS = 13_500;
const RECORD_AGAIN_MS = 500;
/** How long a stop waits for running jobs; less than the ten seconds after which supervisors kill. */
const LAST_JOBS_MS = 7000;

/** Jobs as rows of our own table; each runs as the actor who enqueued it. DECISIONS.md explains why it is our own. */
export class PostgresJobs extends Jobs {
  private readonly presence: WorkerPresence;
  private readonly store: JobStore;
  private readonly handlers = new Map<string, Handler>();
  private readonly workers = new Map<Queue, QueueWorker>();
  private readonly stopping = new AbortController();
  private waking = new AbortController();
  private looking: Promise<void> = Promise.resolve();
  /** Holders that were not seen at the previous look. */
  private missed: readonly number[] = [];

  constructor(
    url: string,
    private readonly work: PostgresUnitOfWork,
    listener: DatabaseListener,
    private readonly log: Logger,
    private readonly times = TIMES,
  ) {
    super();
    this.presence = new WorkerPresence(listener);
    this.store = new JobStore(url, this.presence.number, log);
    listener.listen(JOBS_CHANNEL, (queue) => this.wake(queue as Queue));
    listener.onConnected(() => {
      for (const queue of this.workers.keys()) this.wake(queue); // announcements made meanwhile are lost
      return Promise.resolve();
    });
  }

  override enqueue<N extends JobName>(name: N, payload: JobPayloads[N], options: JobOptions = {}): Promise<void> {
    return this.insert(name, payload, options);
  }

  override enqueueAll<N extends JobName>(
    name: N,
    jobs: readonly (JobOptions & { readonly payload: JobPayloads[N] })[],
  ): Promise<void> {
    return this.insertAll(name, jobs);
  }

  /** For names that exist at run time only, such as those of event handlers. */
  insert(name: string, payload: unknown, options: JobOptions = {}): Promise<void> {
    return this.insertAll(name, [{ ...options, payload }]);
  }

  private async insertAll(name: string, jobs: readonly (JobOptions & { readonly payload: unknown })[]): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`no handler is registered for ${name}`);
    const { committeeId, ...actor } = this.work.actor;
    // A waiting job with the key is locked until this commit, so that its worker sees this transaction's changes.
    await this.work.query(
      `with enqueued as (
         insert into jobs (committee_id, id, queue, name, key, payload, actor, state, due_at)
         select $1, id, $2, $3, key, payload, $4, 'waiting', coalesce(after, now())
         from jsonb_to_recordset($5) as j (id uuid, key text, payload jsonb, after timestamptz)
         on conflict (committee_id, name, key) where state = 'waiting'
         do update set due_at = least(jobs.due_at, excluded.due_at) returning queue)
       select pg_notify('${JOBS_CHANNEL}', queue) from enqueued group by queue`,
      [
        committeeId,
        handler.queue,
        name,
        JSON.stringify(actor),
        JSON.stringify(
          jobs.map(({ key = newId(), payload, after }) => ({ id: newId(), key, payload, after: after ?? null })),
        ),
      ],
    );
  }

  override async isUnderWay(name: JobName, key: string): Promise<boolean> {
    const [row] = await this.work.query<{ found: boolean }>(
      `select exists (
         select from jobs where name = $1 and key = $2 and state in ('waiting', 'retry', 'running')) as found`,
      [name, key],
    );
    return row?.found ?? false;
  }

  override async isAbandoned(name: JobName, key: string): Promise<boolean> {
    const [row] = await this.work.query<{ found: boolean }>(
      `select coalesce(bool_and(j.state = 'running' and not exists (
           select from pg_locks l where l.locktype = 'advisory' and l.granted and l.classid = $3 and l.objid::bigint = j.holder
             and l.database = (select oid from pg_database where datname = current_database()))), false) as found
       from jobs j where j.name = $1 and j.key = $2 and j.state in ('waiting', 'retry', 'running')`,
      [name, key, PRESENCE_LOCK],
    );
    return row?.found ?? false;
  }

  /** The jobs of the actor's committee that were given up, latest first. */
  listDead(): Promise<DeadJob[]> {
    return this.work.query<DeadJob>(
      `select id, name, error, attempts, finished_at as "diedAt" from jobs
       where state = 'dead' order by finished_at desc, id limit 200`,
    );
  }

  /** Gives a dead job of the actor's committee another round of attempts. @returns whether it was dead */
  async revive(id: string): Promise<boolean> {
    const rows = await this.work.query(
      `with revived as (
         update jobs set state = 'retry', attempts = 0, finished_at = null, due_at = now()
         where id = $1 and state = 'dead' returning queue)
       select pg_notify('${JOBS_CHANNEL}', queue) from revived`,
      [id],
    );
    return rows.length > 0;
  }

  /** Since when the longest-waiting job of all committees has been due; null where none waits. */
  waitingSince(): Promise<Date | null> {
    return this.store.waitingSince();
  }

  /** Of all committees, for whoever watches the service. */
  count(): Promise<JobCounts> {
    return this.store.count();
  }

  /** Deletes jobs that were completed or given up long ago. */
  purge(now: Date): Promise<void> {
    return this.store.purge(now);
  }

  /**
   * Registers the handler of a kind of job; to be called before `start` in every process, whether or not it runs jobs.
   * A handler may be run again for the same job, and should stop when its signal is aborted.
   */
  handle<N extends JobName>(name: N, queue: Queue, handle: Handle<JobPayloads[N]>): void {
    this.register(name, queue, handle);
  }

  /** As `handle`, for names that exist at run time only. */
  register<Payload>(name: string, queue: Queue, handle: Handle<Payload>): void {
    if (this.handlers.has(name)) throw new Error(`${name} has a handler already`);
    this.handlers.set(name, { queue, handle });
  }

  /** Starts to run the queues. */
  start(): void {
    for (const queue of QUEUE_NAMES) {
      const names = [...this.handlers].filter(([, handler]) => handler.queue === queue).map(([name]) => name);
      const worker = new QueueWorker(
        queue,
        names,
        this.store,
        (job) => this.perform(job),
        () => this.presence.isSeen,
        this.log,
        this.times.pollMs,
      );
      this.workers.set(queue, worker);
      worker.start();
    }
    this.looking = this.watchForOrphans();
  }

  /** Lets running jobs finish, aborts long ones, and leaves the rest to the next process. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([...this.workers.values()].map((worker) => worker.stop(LAST_JOBS_MS)));
    await this.looking;
    await this.store.end();
  }

  private wake(queue: Queue): void {
    this.workers.get(queue)?.wake();
    this.waking.abort(); // a process may take the job and die, so orphans are looked for again
  }

  private async perform(job: TakenJob): Promise<void> {
    const { seconds } = QUEUES[job.queue];
    const timeout = AbortSignal.timeout(seconds * 1000);
    const signal = AbortSignal.any([this.stopping.signal, timeout]);
    try {
      const handler = this.handlers.get(job.name);
      if (!handler) throw new Error(`no handler is registered for ${job.name}`);
      await Promise.race([
        this.work.as({ ...job.actor, committeeId: job.committeeId }, () =>
          handler.handle(job.payload as never, signal),
        ),
        aborted(timeout, `not done in ${seconds} s`),
      ]);
      await this.record(() => this.store.complete(job));
    } catch (error) {
      const isOurFault = this.stopping.signal.aborted || isDomainError(error, 'database.unavailable');
      const facts = { job: job.name, jobId: job.id, err: error };
      if (isOurFault) {
        this.log.info(facts, 'job.put_back');
        await this.record(() => this.store.giveBack(job));
      } else {
        this.log.warn(facts, 'job.failed');
        const reason = error instanceof Error ? error.message : String(error);
        const isGivenUp = await this.record(() => this.store.fail(job, reason));
        if (isGivenUp) this.log.error({ job: job.name, jobId: job.id }, 'job.given_up');
      }
    }
  }

  /** Records the outcome of a job as soon as the database is available; after a stop the next process finds out. */
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

  /**
   * One look for jobs whose process is gone: those of holders already missed at the previous look are requeued.
   * @returns whether other processes run jobs
   */
  async lookForOrphans(): Promise<boolean> {
    try {
      const { jobs, missing, othersWork } = await this.store.takeBack(this.missed);
      this.missed = missing;
      if (jobs > 0) this.log.warn({ jobs }, 'jobs.taken_back');
      return othersWork;
    } catch (error) {
      this.missed = [];
      this.log.warn({ reason: (error as Error).message }, 'jobs.unreachable');
      return true;
    }
  }

  /** Requeues the jobs of a killed process within seconds, although its queue's timeout may be an hour. */
  private async watchForOrphans(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.waking = new AbortController();
      const { signal: woken } = this.waking;
      if (!(await this.lookForOrphans())) await this.rest(IDLE_MS, woken);
      await this.rest(this.times.orphansMs);
    }
  }

  private async rest(milliseconds: number, woken?: AbortSignal): Promise<void> {
    const signals = woken ? [this.stopping.signal, woken] : [this.stopping.signal];
    await pause(milliseconds, undefined, { signal: AbortSignal.any(signals) }).catch(() => undefined);
  }
}

function aborted(signal: AbortSignal, reason: string): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(reason)), { once: true });
  });
}
