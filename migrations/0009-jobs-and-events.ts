import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, sharedTable, tenantTable } from './tenant-table.ts';

/** Jobs in a table of our own; what the library's table still had to do is carried over. */
export class JobsAndEvents0009 implements MigrationInterface {
  name = 'JobsAndEvents1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(
        'jobs',
        `
        id uuid not null,
        queue text not null constraint jobs_queue_ck check (queue in ('work', 'heavy', 'mail')),
        name text not null,
        key text not null,
        payload jsonb not null,
        actor jsonb not null,
        state text not null constraint jobs_state_ck check (state in ('waiting', 'retry', 'running', 'done', 'dead')),
        due_at timestamptz not null,
        attempts integer not null default 0,
        takes integer not null default 0,
        holder integer,
        error text,
        enqueued_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        constraint jobs_pk primary key (committee_id, id),
        constraint jobs_holder_ck check ((holder is not null) = (state = 'running')),
        constraint jobs_finished_ck check ((finished_at is not null) = (state in ('done', 'dead')))`,
      ) +
        `
        create unique index jobs_waiting_key on jobs (committee_id, name, key) where state = 'waiting';
        create index jobs_due_ix on jobs (queue, due_at) where state in ('waiting', 'retry');
        create index jobs_running_ix on jobs (holder) where state = 'running';
        create index jobs_finished_ix on jobs (finished_at) where finished_at is not null;
        -- The connections that work the queues say so in their start-up options, and serve all committees.
        create policy jobs_worker on jobs to giaoban_app using (current_setting('app.works_queues', true) = 'yes');`,
    );
    const [library] = (await runner.query(`select to_regclass('pgboss.job') is not null as found`)) as {
      found: boolean;
    }[];
    if (library?.found) {
      // Who works them has stopped before the schema is changed, or is about to lose its table: they begin anew.
      await runner.query(`
        lock table pgboss.job in access exclusive mode;
        insert into jobs (committee_id, id, queue, name, key, payload, actor, state, due_at, attempts, error, enqueued_at, finished_at)
        select c.id, j.id, j.name, j.data ->> 'name',
          coalesce(regexp_replace(j.singleton_key, '^[^/]*/[^/]*/', ''), j.id::text),
          j.data -> 'payload', (j.data -> 'actor') - 'committeeId',
          case j.state::text when 'created' then 'waiting' when 'failed' then 'dead' else 'retry' end,
          case when j.state::text = 'active' then now() else j.start_after end,
          j.retry_count, j.output ->> 'message', j.created_on,
          case when j.state::text = 'failed' then coalesce(j.completed_on, now()) end
        from pgboss.job j join committees c on c.id = (j.data #>> '{actor,committeeId}')::uuid
        where j.state::text in ('created', 'retry', 'active', 'failed') and j.name in ('work', 'heavy', 'mail');
        drop schema pgboss cascade;
      `);
    }
    await runner.query(dropTables('job_claims'));
  }

  /** The library's schema does not come back: whoever returns to its release restores a backup. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      dropTables('jobs') +
        sharedTable(
          'job_claims',
          `
        job_id uuid not null constraint job_claims_pk primary key,
        lane text not null,
        process integer not null,
        claimed_at timestamptz not null`,
        ),
    );
  }
}
