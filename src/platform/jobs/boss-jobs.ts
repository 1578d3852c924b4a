import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import { type JobName, type JobOptions, type JobPayloads, Jobs } from '../../kernel/jobs.ts';
import type { Work } from '../database/work.ts';
import { JobClaims } from './job-claims.ts';

/** A lane is a queue with its own patience; they are made by a migration. */
export type Lane = 'work' | 'heavy' | 'mail';

interface Envelope {
  readonly name: JobName;
  readonly actor: Actor;
  readonly payload: unknown;
}

interface Handler<N extends JobName> {
  readonly lane: Lane;
  readonly handle: (payload: JobPayloads[N], signal: AbortSignal) => Promise<void>;
}

const POLLING_SECONDS = 1;
/** Jobs that one process works at a time. A solve fills a core, so one is enough. */
const CONCURRENCY: Record<Lane, number> = { work: 4, heavy: 1, mail: 4 };

/** Jobs over pg-boss, in the schema that a migration made; each runs as the actor who enqueued it. */
export class BossJobs extends Jobs {
  private readonly pool: pg.Pool;
  private readonly boss: PgBoss;
  private readonly handlers = new Map<JobName, Handler<JobName>>();
  private readonly workers = new Map<Lane, string[]>();
  private readonly stopping = new AbortController();
  private readonly claims: JobClaims;
  private started = false;

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
      // See applicationDatabase.
      options: '-c role=giaoban_app -c timezone=UTC',
    });
    this.pool.on('error', (error) => log.warn({ reason: error.message }, 'jobs.unreachable'));
    this.boss = new PgBoss({
      db: { executeSql: (sql, values) => this.pool.query(sql, values) },
      migrate: false,
      schedule: false,
      archiveCompletedAfterSeconds: 3600,
      deleteAfterDays: 7,
    });
    this.claims = new JobClaims(url, log);
    this.boss.on('error', (error) => log.warn({ reason: error.message }, 'jobs.unreachable'));
  }

  override async enqueue<N extends JobName>(name: N, payload: JobPayloads[N], options: JobOptions = {}): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`no handler is registered for ${name}`);
    const envelope: Envelope = { name, actor: this.work.actor, payload };
    const { committeeId } = envelope.actor;
    await this.boss.send(handler.lane, envelope, {
      db: { executeSql: async (sql, values) => ({ rows: await this.work.query(sql, values) }) },
      singletonKey: `${name}/${committeeId}/${options.key ?? newId()}`,
      ...(options.after && { startAfter: options.after }),
    });
    this.work.afterCommit(() => this.nudge(handler.lane));
  }

  /** Says who works a kind of job, whether or not this process works any. */
  handle<N extends JobName>(name: N, lane: Lane, handle: Handler<N>['handle']): void {
    if (this.handlers.has(name)) throw new Error(`${name} has a handler already`);
    this.handlers.set(name, { lane, handle: handle as unknown as Handler<JobName>['handle'] });
  }

  /** Connects; where `works`, also begins to work the lanes. */
  async start({ works }: { works: boolean }): Promise<void> {
    await this.boss.start();
    this.started = true;
    if (!works) return;
    await this.claims.start();
    for (const lane of Object.keys(CONCURRENCY) as Lane[]) {
      const ids = [];
      for (let i = 0; i < CONCURRENCY[lane]; i++) {
        ids.push(
          await this.boss.work<Envelope>(lane, { pollingIntervalSeconds: POLLING_SECONDS }, ([job]) =>
            this.perform(job),
          ),
        );
      }
      this.workers.set(lane, ids);
    }
  }

  /** Lets running jobs end, asks long ones to give up, and leaves the rest for the next process. */
  async stop(): Promise<void> {
    if (!this.started) return;
    this.started = false;
    this.stopping.abort();
    await this.boss.stop({ graceful: true, wait: true, timeout: 8000 });
    await this.drain();
    await this.claims.stop();
  }

  /** A pool that ends while somebody waits for a connection never answers them, and a worker would wait for ever. */
  private async drain(): Promise<void> {
    const { pool } = this;
    for (let i = 0; i < 100 && (pool.waitingCount > 0 || pool.idleCount < pool.totalCount); i++) await sleep(20);
    await pool.end();
  }

  private async perform(job: PgBoss.Job<Envelope> | undefined): Promise<void> {
    if (!job) return;
    const { name, actor, payload } = job.data;
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`no handler is registered for ${name}`);
    try {
      await this.claims.claim(job.id, job.name);
      await this.work.as(actor, () => handler.handle(payload as never, this.stopping.signal));
    } catch (error) {
      this.log.warn({ job: name, jobId: job.id, err: error }, 'job.failed');
      throw error;
    } finally {
      // Where there was one job there may be more: without this a lane takes one a worker and second.
      this.nudge(job.name as Lane);
    }
  }

  /** Spares the job of this very process the wait for the next poll. */
  private nudge(lane: Lane): void {
    for (const worker of this.workers.get(lane) ?? []) this.boss.notifyWorker(worker);
  }
}
