import pg from 'pg';
import type { Logger } from 'pino';
import type { Actor } from '../../kernel/actor.ts';
import type { CommitteeId } from '../../kernel/id.ts';
import { ANSWER_MS, APPLICATION_ROLE } from '../database/database.ts';
import { type Queue, QUEUES } from './queue.ts';
import { PRESENCE_LOCK } from './worker-presence.ts';

/** Channel on which the name of a queue is announced when one of its jobs is due, now or later. */
export const JOBS_CHANNEL = 'giaoban_jobs';

/** A job that this process has taken. */
export interface TakenJob {
  readonly id: string;
  readonly committeeId: CommitteeId;
  readonly queue: Queue;
  readonly name: string;
  readonly payload: unknown;
  readonly actor: Omit<Actor, 'committeeId'>;
  /** Counts how often the job was taken; a later holder has a higher number. */
  readonly takes: number;
}

export interface JobCounts {
  /** Due and not taken yet. */
  readonly waiting: number;
  /** Given up, and kept so that somebody can look at it. */
  readonly dead: number;
}

export interface Orphans {
  /** Jobs that were put back. */
  readonly jobs: number;
  /** Holders that were not seen now, but were at the look before. */
  readonly missing: readonly number[];
  /** Whether other processes hold jobs. */
  readonly othersWork: boolean;
}

/** A job that keeps killing its process is given up after this many attempts beyond those of its queue. */
const MORE_LIVES = 10;

const OF_ONE_KEY =
  'other.committee_id = jobs.committee_id and other.name = jobs.name and other.key = jobs.key and other.id <> jobs.id';

/**
 * The table of jobs as seen by working processes: of all committees, by a policy that only these connections turn on.
 * The outcome of a job is written only by its current holder, so that a process that was thought dead changes nothing.
 */
export class JobStore {
  private readonly pool: pg.Pool;

  constructor(
    url: string,
    private readonly holder: number,
    log: Logger,
  ) {
    this.pool = new pg.Pool({
      connectionString: url,
      application_name: 'giaoban-jobs',
      max: 4,
      connectionTimeoutMillis: ANSWER_MS,
      keepAlive: true,
      options: `-c role=${APPLICATION_ROLE} -c timezone=UTC -c app.works_queues=yes`,
    });
    this.pool.on('error', (error) => log.warn({ reason: error.message }, 'jobs.unreachable'));
  }

  async end(): Promise<void> {
    await this.pool.end();
  }

  /**
   * Takes up to `count` due jobs with names that this release knows. Jobs with the same key never run at the same time:
   * one enqueued while another runs starts when that has ended, and sees its effect.
   */
  async take(queue: Queue, names: readonly string[], count: number): Promise<TakenJob[]> {
    const { rows } = await this.pool.query<Omit<TakenJob, 'queue'>>(
      `with due as (
         select committee_id, id from jobs
         where queue = $1 and state in ('waiting', 'retry') and due_at <= now() and name = any($2)
           and not exists (select from jobs other where other.state = 'running' and ${OF_ONE_KEY})
           and not (state = 'waiting' and exists (
             select from jobs other where other.state = 'retry' and other.due_at <= now() and ${OF_ONE_KEY}))
         order by due_at, id limit $3 for update skip locked),
       taken as (
         update jobs j set state = 'running', holder = $4, takes = j.takes + 1, started_at = now()
         from due where j.committee_id = due.committee_id and j.id = due.id
         returning j.*)
       select id, committee_id as "committeeId", name, payload, actor, takes from taken order by due_at, id`,
      [queue, names, count, this.holder],
    );
    return rows.map((row) => ({ ...row, queue }));
  }

  /** How soon a job will be due; null where none waits. */
  async nextDueMs(queue: Queue, names: readonly string[]): Promise<number | null> {
    const { rows } = await this.pool.query<{ ms: number | null }>(
      `select (1000 * extract(epoch from min(due_at) - now()))::float8 as ms from jobs
       where queue = $1 and state in ('waiting', 'retry') and name = any($2)`,
      [queue, names],
    );
    return rows[0]?.ms ?? null;
  }

  async complete(job: TakenJob): Promise<void> {
    await this.pool.query(
      `update jobs set state = 'done', holder = null, finished_at = now()
       where committee_id = $1 and id = $2 and state = 'running' and holder = $3 and takes = $4`,
      this.claim(job),
    );
  }

  /** Postpones the job by the rules of its queue. @returns whether it is given up */
  async fail(job: TakenJob, reason: string): Promise<boolean> {
    const { retries, delaySeconds, growing } = QUEUES[job.queue];
    const { rows } = await this.pool.query<{ state: string }>(
      `with failed as (
         update jobs set error = $5, holder = null, attempts = attempts + 1,
           state = case when attempts < $6 then 'retry' else 'dead' end,
           finished_at = case when attempts < $6 then null else now() end,
           due_at = now() + interval '1 second' * $7::float8
             * case when $8 then 2 ^ least(16, attempts) * (1 + random()) else 1 end
         where committee_id = $1 and id = $2 and state = 'running' and holder = $3 and takes = $4 returning state, queue)
       select state, pg_notify('${JOBS_CHANNEL}', queue) from failed`,
      [...this.claim(job), reason, retries, delaySeconds, growing],
    );
    return rows[0]?.state === 'dead';
  }

  /** Returns the job to its queue as if it had not begun. */
  async giveBack(job: TakenJob): Promise<void> {
    await this.pool.query(
      `with back as (
         update jobs set state = 'retry', holder = null, due_at = now(), started_at = null
         where committee_id = $1 and id = $2 and state = 'running' and holder = $3 and takes = $4 returning queue)
       select pg_notify('${JOBS_CHANNEL}', queue) from back`,
      this.claim(job),
    );
  }

  /**
   * Requeues jobs of processes that are gone and were already `missed` at the previous look, because after a restart of
   * the server nobody is seen for a moment.
   */
  async takeBack(missed: readonly number[]): Promise<Orphans> {
    const limits = Object.entries(QUEUES).map(([queue, { retries }]) => [queue, retries + MORE_LIVES]);
    const { rows } = await this.pool.query<{ holder: number; isSeen: boolean; back: number }>(
      `with seen as (
         select objid::bigint as holder from pg_locks
         where locktype = 'advisory' and classid = $1 and granted
           and database = (select oid from pg_database where datname = current_database())),
       held as (
         select j.committee_id, j.id, j.holder, j.holder in (select holder from seen) as is_seen
         from jobs j where j.state = 'running'),
       back as (
         update jobs j set holder = null, due_at = now(), attempts = j.attempts + 1,
           state = case when j.attempts < ($3::jsonb ->> j.queue)::int then 'retry' else 'dead' end,
           finished_at = case when j.attempts < ($3::jsonb ->> j.queue)::int then null else now() end,
           error = 'its process ended'
         from held h where j.committee_id = h.committee_id and j.id = h.id and j.state = 'running'
           and j.holder = h.holder and not h.is_seen and h.holder = any($2)
         returning j.id, j.queue, pg_notify('${JOBS_CHANNEL}', j.queue))
       select held.holder, held.is_seen as "isSeen", count(back.id)::int as back
       from held left join back on back.id = held.id group by 1, 2`,
      [PRESENCE_LOCK, missed, JSON.stringify(Object.fromEntries(limits))],
    );
    return {
      jobs: rows.reduce((sum, { back }) => sum + back, 0),
      missing: rows.filter(({ holder, isSeen }) => !isSeen && !missed.includes(holder)).map(({ holder }) => holder),
      othersWork: rows.some(({ holder }) => holder !== this.holder),
    };
  }

  async count(): Promise<JobCounts> {
    const { rows } = await this.pool.query<JobCounts>(
      `select count(*) filter (where state in ('waiting', 'retry') and due_at <= now())::int as waiting,
         count(*) filter (where state = 'dead')::int as dead
       from jobs where state in ('waiting', 'retry', 'dead')`,
    );
    return rows[0] ?? { waiting: 0, dead: 0 };
  }

  /** Since when the longest-waiting job has been due; null where none waits. */
  async waitingSince(): Promise<Date | null> {
    const { rows } = await this.pool.query<{ since: Date | null }>(
      `select min(due_at) as since from jobs where state in ('waiting', 'retry') and due_at <= now()`,
    );
    return rows[0]?.since ?? null;
  }

  /** Deletes completed jobs after a day, and dead ones after forty. */
  async purge(now: Date): Promise<void> {
    await this.pool.query(
      `delete from jobs where (state = 'done' and finished_at < $1::timestamptz - interval '1 day')
         or (state = 'dead' and finished_at < $1::timestamptz - interval '40 days')`,
      [now],
    );
  }

  private claim({ committeeId, id, takes }: TakenJob): unknown[] {
    return [committeeId, id, this.holder, takes];
  }
}
