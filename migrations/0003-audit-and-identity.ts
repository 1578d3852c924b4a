import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, sharedTable, tenantTable } from './tenant-table.ts';

export class AuditAndIdentity0003 implements MigrationInterface {
  name = 'AuditAndIdentity1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    // The chain holds digests only, and cannot be rewritten by the application; what a digest stands for may be erased.
    await runner.query(
      tenantTable(
        'audit_entries',
        `
        seq bigint not null constraint audit_entries_seq_ck check (seq > 0),
        at timestamptz not null,
        actor_id uuid,
        action text not null,
        subject_kind text not null,
        subject_id text not null,
        details_digest text not null,
        previous_hash text not null,
        hash text not null,
        constraint audit_entries_pk primary key (committee_id, seq),
        constraint audit_entries_hash_key unique (committee_id, hash)`,
        { writes: 'select, insert' },
      ) +
        `create index audit_entries_subject_ix on audit_entries (committee_id, subject_kind, subject_id, seq);` +
        tenantTable(
          'audit_details',
          `
        seq bigint not null,
        salt text not null,
        details jsonb not null,
        constraint audit_details_pk primary key (committee_id, seq),
        constraint audit_details_entry_fk foreign key (committee_id, seq) references audit_entries (committee_id, seq)`,
          { writes: 'select, insert, delete' },
        ),
    );
    await runner.query(
      sharedTable(
        'accounts',
        `
        id uuid not null constraint accounts_pk primary key,
        email text not null constraint accounts_email_ck check (email = lower(email) and position('@' in email) > 1),
        name text not null constraint accounts_name_ck check (length(name) between 1 and 200),
        password_hash text,
        locale text not null default 'vi' constraint accounts_locale_ck check (locale in ('vi', 'en')),
        disabled_at timestamptz,
        created_at timestamptz not null,
        constraint accounts_email_key unique (email)`,
      ) +
        sharedTable(
          'sessions',
          `
        token_hash text not null constraint sessions_pk primary key,
        account_id uuid not null constraint sessions_account_fk references accounts (id) on delete cascade,
        committee_id uuid not null constraint sessions_committee_fk references committees (id),
        csrf_token text not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null`,
        ) +
        `create index sessions_account_ix on sessions (account_id);` +
        sharedTable(
          'sign_in_links',
          `
        token_hash text not null constraint sign_in_links_pk primary key,
        account_id uuid not null constraint sign_in_links_account_fk references accounts (id) on delete cascade,
        committee_id uuid not null constraint sign_in_links_committee_fk references committees (id),
        leads_to text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz`,
        ),
    );
    await runner.query(
      tenantTable(
        'memberships',
        `
        account_id uuid not null constraint memberships_account_fk references accounts (id),
        role text not null constraint memberships_role_ck check (role in ('board', 'specialist', 'leader', 'branch', 'front', 'admin')),
        specialist_id uuid,
        branch_id uuid,
        created_at timestamptz not null,
        constraint memberships_pk primary key (committee_id, account_id, role),
        constraint memberships_specialist_ck check ((role = 'specialist') = (specialist_id is not null)),
        constraint memberships_branch_ck check ((role = 'branch') = (branch_id is not null))`,
      ) +
        `
      -- At sign-in nobody's committee is known yet: an account may always see its own memberships.
      create policy memberships_own_account on memberships for select to giaoban_app using (account_id = current_account());
      create index memberships_account_ix on memberships (account_id);`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      dropTables('memberships', 'sign_in_links', 'sessions', 'accounts', 'audit_details', 'audit_entries'),
    );
  }
}
