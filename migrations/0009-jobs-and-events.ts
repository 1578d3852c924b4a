import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, sharedTable, tenantTable } from './tenant-table.ts';

/**
 * Jobs in our own table, with the open jobs of the library's table; events with a delivery for each of their handlers;
 * one table for the progress of long jobs.
 */
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
      // Workers of the old release have stopped or are about to lose their table, so their running jobs are queued
      // again.
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
    await runner.query(
      tenantTable(
        'events',
        `
        id uuid not null,
        seq bigint not null generated always as identity,
        xid xid8 not null default pg_current_xact_id(),
        name text not null,
        subject text,
        facts jsonb not null,
        about text[] not null,
        actor jsonb not null,
        occurred_at timestamptz not null default now(),
        constraint events_pk primary key (committee_id, id)`,
      ) +
        `create index events_occurred_ix on events (committee_id, occurred_at);` +
        tenantTable(
          'event_deliveries',
          `
        event_id uuid not null,
        handler text not null,
        seq bigint not null,
        subject text,
        handled_at timestamptz,
        constraint event_deliveries_pk primary key (committee_id, event_id, handler),
        constraint event_deliveries_event_fk foreign key (committee_id, event_id) references events (committee_id, id)`,
        ) +
        `create index event_deliveries_open_ix on event_deliveries (committee_id, handler, subject, seq)
           where handled_at is null;`,
    );
    await runner.query(`
      alter table job_progress add column share real constraint job_progress_share_ck check (share between 0 and 1);
      alter table job_progress drop column done, drop column total, drop column error,
        alter column facts drop not null, alter column facts drop default;
      update job_progress set facts = facts -> 'progress' where kind = 'plan.solve';
      insert into job_progress (committee_id, id, kind, subject, state, facts, cancel_asked, created_at, updated_at)
      select committee_id, id, 'engine.solve', id::text, state, progress, cancel_asked, asked_at, updated_at
      from engine_solves;
      alter table engine_solves drop column state, drop column progress, drop column cancel_asked, drop column updated_at;
      create index job_progress_open_ix on job_progress (committee_id, kind) where state in ('waiting', 'running');
    `);
    // An open stream ends with the session or the role under which it was opened, whoever ends these.
    await runner.query(`
      create function tell_session_ended() returns trigger language plpgsql as $$
      begin
        perform pg_notify('giaoban_sessions', to_jsonb(old) ->> tg_argv[0]);
        return null;
      end $$;
      create trigger sessions_ended after delete on sessions
        for each row execute function tell_session_ended('account_id');
      create trigger memberships_ended after update or delete on memberships
        for each row execute function tell_session_ended('account_id');
      create trigger accounts_disabled after update of disabled_at on accounts
        for each row execute function tell_session_ended('id');
    `);
  }

  /** The library's schema is not restored: going back to that release needs a backup. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger accounts_disabled on accounts;
      drop trigger memberships_ended on memberships;
      drop trigger sessions_ended on sessions;
      drop function tell_session_ended();
      drop index job_progress_open_ix;
      alter table engine_solves
        add column state text constraint engine_solves_state_ck check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
        add column progress jsonb,
        add column cancel_asked boolean not null default false,
        add column updated_at timestamptz;
      update engine_solves s set state = p.state, progress = p.facts, cancel_asked = p.cancel_asked, updated_at = p.updated_at
      from job_progress p where p.committee_id = s.committee_id and p.id = s.id;
      alter table engine_solves alter column state set not null, alter column updated_at set not null,
        add constraint engine_solves_plan_ck check (state <> 'done' or plan is not null);
      delete from job_progress where kind = 'engine.solve';
      update job_progress set facts = case when facts is null then '{}' else jsonb_build_object('progress', facts) end;
      alter table job_progress drop column share, alter column facts set not null, alter column facts set default '{}',
        add column done integer not null default 0, add column total integer not null default 0, add column error jsonb;
    `);
    await runner.query(
      dropTables('event_deliveries', 'events', 'jobs') +
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
