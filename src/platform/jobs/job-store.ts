import type pg from 'pg';
import type { Lane } from './lane.ts';
import { LIVING } from './living-process.ts';

/** A job that this process has taken. */
export interface TakenJob {
  readonly id: string;
  readonly lane: Lane;
  readonly data: unknown;
  /** How long it may take. */
  readonly seconds: number;
}

/** A job that kills its process over and over is given up after so many attempts beyond its lane's own. */
const MORE_LIVES = 10;

/**
 * pg-boss's table as the working processes see it. A job is taken and claimed in one statement, and what becomes of it
 * is written only by whoever still holds the claim: so a process that was thought dead changes nothing any more.
 */
export class JobStore {
  constructor(
    private readonly pool: pg.Pool,
    private readonly process: number,
  ) {}

  /** Up to `count` due jobs among those whose names this release knows. */
  async take(lane: Lane, names: readonly string[], count: number): Promise<TakenJob[]> {
    const { rows } = await this.pool.query<{ id: string; data: unknown; seconds: number }>(
      `with due as (
         select id from pgboss.job
         where name = $1 and state < 'active' and start_after <= now() and data->>'name' = any($2)
         order by priority desc, created_on, id limit $3 for update skip locked),
       taken as (
         update pgboss.job j set state = 'active', started_on = now(),
           retry_count = case when j.started_on is null then j.retry_count else j.retry_count + 1 end
         from due where j.name = $1 and j.id = due.id
         returning j.id, j.data, j.created_on, extract(epoch from j.expire_in)::int as seconds),
       claimed as (
         insert into job_claims (job_id, lane, process, claimed_at) select id, $1, $4, now() from taken
         on conflict (job_id) do update set process = excluded.process, claimed_at = excluded.claimed_at)
       select id, data, seconds from taken order by created_on, id`,
      [lane, names, count, this.process],
    );
    return rows.map((row) => ({ ...row, lane }));
  }

  async complete({ id, lane }: TakenJob): Promise<void> {
    await this.pool.query(
      `with ours as (delete from job_claims where job_id = $2 and process = $3 returning job_id)
       update pgboss.job j set state = 'completed', completed_on = now()
       from ours where j.name = $1 and j.id = ours.job_id and j.state = 'active'`,
      [lane, id, this.process],
    );
  }

  /** Puts it off by its lane's patience. @returns whether that is at an end. */
  async fail({ id, lane }: TakenJob, reason: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ state: string }>(
      `with ours as (delete from job_claims where job_id = $2 and process = $3 returning job_id),
       failed as (
         update pgboss.job j set output = jsonb_build_object('message', $4::text),
           state = (case when retry_count < retry_limit then 'retry' else 'failed' end)::pgboss.job_state,
           completed_on = case when retry_count < retry_limit then null else now() end,
           start_after = now() + interval '1 second' * retry_delay * case when retry_backoff
             then 2 ^ least(16, retry_count) * (1 + random()) else 1 end
         from ours where j.name = $1 and j.id = ours.job_id and j.state = 'active' returning j.state)
       select state from failed`,
      [lane, id, this.process, reason],
    );
    return rows[0]?.state === 'failed';
  }

  /** Back into its queue, as if it had not been begun. */
  async giveBack({ id, lane }: TakenJob): Promise<void> {
    await this.pool.query(
      `with ours as (delete from job_claims where job_id = $2 and process = $3 returning job_id)
       update pgboss.job j set state = 'retry', start_after = now(), started_on = null
       from ours where j.name = $1 and j.id = ours.job_id and j.state = 'active'`,
      [lane, id, this.process],
    );
  }

  /**
   * Puts back what processes had taken that are gone and were `missed` at the last look already: after a restart of the
   * server nobody is seen for an instant.
   */
  async takeBack(missed: readonly number[]): Promise<{ jobs: number; missing: number[] }> {
    const { rows } = await this.pool.query<{ process: number; jobs: number }>(
      `with living as (
         select objid::bigint as process from pg_locks
         where locktype = 'advisory' and classid = $1 and granted
           and database = (select oid from pg_database where datname = current_database())),
       orphaned as (
         select j.name, j.id, coalesce(c.process, 0) as process
         from pgboss.job j left join job_claims c on c.job_id = j.id
         where j.state = 'active' and coalesce(c.process, 0) not in (select process from living)),
       back as (
         update pgboss.job j set start_after = now(),
           state = (case when j.retry_count < j.retry_limit + $3 then 'retry' else 'failed' end)::pgboss.job_state,
           completed_on = case when j.retry_count < j.retry_limit + $3 then null else now() end
         from orphaned o where j.name = o.name and j.id = o.id and j.state = 'active' and o.process = any($2)
         returning j.id),
       unclaimed as (delete from job_claims c using back where c.job_id = back.id),
       forgotten as (
         delete from job_claims c where claimed_at < now() - interval '1 day'
         and not exists (select from pgboss.job j where j.id = c.job_id and j.state = 'active'))
       select process, count(*)::int as jobs from orphaned group by process`,
      [LIVING, missed, MORE_LIVES],
    );
    const returned = rows.filter(({ process }) => missed.includes(process));
    return {
      jobs: returned.reduce((sum, { jobs }) => sum + jobs, 0),
      missing: rows.map(({ process }) => process).filter((process) => !missed.includes(process)),
    };
  }
}
