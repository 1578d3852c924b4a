import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, sharedTable, tenantTable } from './tenant-table.ts';

/** Committees, the tenant's wall, and what every module leans on: clock, claims, limits, progress. */
export class Foundations0001 implements MigrationInterface {
  name = 'Foundations1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;

      -- The role is shared by all databases of a server: two migrators may race for it.
      do $$ begin
        create role giaoban_app nologin;
      exception when duplicate_object or unique_violation then null;
      end $$;
      do $$ begin
        execute format('grant giaoban_app to %I', current_user);
      exception when others then null;
      end $$;
      grant usage on schema public to giaoban_app;
      -- For readiness: whether this release's migrations are all there.
      grant select on migrations to giaoban_app;

      -- Reads '' after a commit of a transaction that had set it, hence nullif.
      create function current_committee() returns uuid stable parallel safe language sql
        return nullif(current_setting('app.committee_id', true), '')::uuid;
      create function current_account() returns uuid stable parallel safe language sql
        return nullif(current_setting('app.account_id', true), '')::uuid;

      -- What a search compares: no case, no diacritics, đ as d.
      create function search_key(value text) returns text immutable strict parallel safe language plpgsql as
        $$ begin return public.unaccent('public.unaccent', lower(normalize(value, nfc))); end $$;
    `);
    await runner.query(
      sharedTable(
        'committees',
        `
        id uuid not null constraint committees_pk primary key,
        code text not null constraint committees_code_key unique constraint committees_code_ck check (code ~ '^[a-z0-9][a-z0-9-]*$'),
        name text not null constraint committees_name_ck check (length(name) between 1 and 200),
        parent_id uuid constraint committees_parent_fk references committees (id),
        time_zone text not null,
        is_sample boolean not null default false,
        labels jsonb not null default '{}',
        created_at timestamptz not null`,
      ),
    );
    await runner.query(
      sharedTable(
        'schedule_claims',
        `
        schedule text not null,
        due_at timestamptz not null,
        claimed_at timestamptz not null,
        constraint schedule_claims_pk primary key (schedule, due_at)`,
      ) +
        sharedTable(
          'rate_limits',
          `
        key text not null constraint rate_limits_pk primary key,
        hits integer not null,
        resets_at timestamptz not null`,
        ) +
        sharedTable(
          'office_clock',
          `
        one boolean not null default true constraint office_clock_pk primary key constraint office_clock_one_ck check (one),
        now timestamptz not null`,
        ),
    );
    await runner.query(
      tenantTable(
        'job_progress',
        `
        id uuid not null,
        kind text not null,
        subject text not null,
        state text not null constraint job_progress_state_ck check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
        done integer not null default 0,
        total integer not null default 0,
        facts jsonb not null default '{}',
        error jsonb,
        cancel_asked boolean not null default false,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint job_progress_pk primary key (committee_id, id)`,
      ) + `create index job_progress_subject_ix on job_progress (committee_id, kind, subject, created_at desc);`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropTables('job_progress', 'office_clock', 'rate_limits', 'schedule_claims', 'committees'));
    await runner.query(`
      drop function search_key(text);
      drop function current_account();
      drop function current_committee();
      revoke select on migrations from giaoban_app;
      revoke usage on schema public from giaoban_app;
    `);
  }
}
