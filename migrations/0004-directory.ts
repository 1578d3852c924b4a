import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

export class Directory0004 implements MigrationInterface {
  name = 'Directory1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    // Sorts as a reader counts: Khu phố 2 before Khu phố 10.
    await runner.query(`create collation vi_natural (provider = icu, locale = 'vi-u-kn-true')`);
    await runner.query(
      tenantTable(
        'fields',
        `
        code text not null constraint fields_code_ck check (length(code) between 1 and 40),
        name text not null,
        position integer not null,
        constraint fields_pk primary key (committee_id, code)`,
      ) +
        tenantTable(
          'branch_types',
          `
        code text not null constraint branch_types_code_ck check (length(code) between 1 and 40),
        name text not null,
        position integer not null,
        constraint branch_types_pk primary key (committee_id, code)`,
        ) +
        tenantTable(
          'organisations',
          `
        id uuid not null,
        code text not null,
        kind text not null constraint organisations_kind_ck check (kind in ('committee', 'grassroots', 'grassroots_branch', 'part')),
        constraint organisations_pk primary key (committee_id, id),
        constraint organisations_code_key unique (committee_id, code)`,
        ) +
        // A name and a parent hold for a span of days, from 0001-01-01 where they always did; no two spans of one
        // organisation overlap.
        tenantTable(
          'organisation_versions',
          `
        organisation_id uuid not null,
        valid_from date not null,
        valid_before date,
        name text not null,
        short_name text not null,
        parent_id uuid,
        constraint organisation_versions_pk primary key (committee_id, organisation_id, valid_from),
        constraint organisation_versions_organisation_fk foreign key (committee_id, organisation_id) references organisations (committee_id, id) on delete cascade,
        constraint organisation_versions_parent_fk foreign key (committee_id, parent_id) references organisations (committee_id, id),
        constraint organisation_versions_parent_ck check (parent_id <> organisation_id),
        constraint organisation_versions_span_ck check (valid_before > valid_from),
        constraint organisation_versions_span_ex exclude using gist
          (committee_id with =, organisation_id with =, daterange(valid_from, valid_before) with &&) deferrable initially immediate`,
        ) +
        tenantTable(
          'departments',
          `
        id uuid not null,
        code text not null,
        name text not null,
        short_name text not null,
        position integer not null,
        archived_at timestamptz,
        constraint departments_pk primary key (committee_id, id),
        constraint departments_code_key unique (committee_id, code)`,
        ),
    );
    await runner.query(
      tenantTable(
        'branches',
        `
        id uuid not null,
        code text not null,
        name text not null,
        short_name text not null,
        organisation_id uuid not null,
        type text not null,
        address text not null default '',
        lat double precision constraint branches_lat_ck check (lat between -90 and 90),
        lng double precision constraint branches_lng_ck check (lng between -180 and 180),
        members integer not null constraint branches_members_ck check (members >= 0),
        official_members integer,
        probationary_members integer,
        committee_seats integer,
        vacant_seats integer,
        secretary_name text,
        secretary_email text,
        weak_fields jsonb not null default '{}',
        meeting_day integer not null constraint branches_meeting_day_ck check (meeting_day between 1 and 31),
        meeting_time time not null,
        meeting_minutes integer not null constraint branches_meeting_minutes_ck check (meeting_minutes between 15 and 600),
        rolls_forward boolean not null default true,
        thematic_months integer[] not null default '{}',
        thematic_day integer constraint branches_thematic_day_ck check (thematic_day between 1 and 31),
        archived_at timestamptz,
        constraint branches_pk primary key (committee_id, id),
        constraint branches_code_key unique (committee_id, code),
        constraint branches_place_ck check ((lat is null) = (lng is null)),
        constraint branches_type_fk foreign key (committee_id, type) references branch_types (committee_id, code),
        constraint branches_organisation_fk foreign key (committee_id, organisation_id) references organisations (committee_id, id)`,
      ) +
        `create index branches_search_ix on branches using gin (search_key(name) gin_trgm_ops);` +
        tenantTable(
          'specialists',
          `
        id uuid not null,
        code text not null,
        name text not null,
        given_name text not null,
        title text,
        department_id uuid not null,
        email text not null,
        fields jsonb not null default '{}',
        min_visits integer not null constraint specialists_min_visits_ck check (min_visits >= 0),
        max_visits integer not null,
        target_visits double precision,
        carried_balance double precision not null default 0,
        may_lead boolean not null,
        own_branch_id uuid,
        residence_branch_id uuid,
        lat double precision constraint specialists_lat_ck check (lat between -90 and 90),
        lng double precision constraint specialists_lng_ck check (lng between -180 and 180),
        archived_at timestamptz,
        constraint specialists_pk primary key (committee_id, id),
        constraint specialists_code_key unique (committee_id, code),
        constraint specialists_visits_ck check (min_visits <= target_visits and target_visits <= max_visits),
        constraint specialists_place_ck check ((lat is null) = (lng is null)),
        constraint specialists_department_fk foreign key (committee_id, department_id) references departments (committee_id, id),
        constraint specialists_own_branch_fk foreign key (committee_id, own_branch_id) references branches (committee_id, id),
        constraint specialists_residence_branch_fk foreign key (committee_id, residence_branch_id) references branches (committee_id, id)`,
        ) +
        `create index specialists_search_ix on specialists using gin (search_key(name) gin_trgm_ops);` +
        tenantTable(
          'absences',
          `
        id uuid not null,
        specialist_id uuid not null,
        starts_on date not null,
        ends_before date not null,
        kind text not null,
        constraint absences_pk primary key (committee_id, id),
        constraint absences_key unique (committee_id, specialist_id, starts_on, ends_before),
        constraint absences_span_ck check (ends_before > starts_on),
        constraint absences_specialist_fk foreign key (committee_id, specialist_id) references specialists (committee_id, id)`,
        ) +
        tenantTable(
          'conflicts_of_interest',
          `
        specialist_id uuid not null,
        branch_id uuid not null,
        reason text not null,
        constraint conflicts_of_interest_pk primary key (committee_id, specialist_id, branch_id),
        constraint conflicts_of_interest_specialist_fk foreign key (committee_id, specialist_id) references specialists (committee_id, id),
        constraint conflicts_of_interest_branch_fk foreign key (committee_id, branch_id) references branches (committee_id, id)`,
        ) +
        tenantTable(
          'imports',
          `
        id uuid not null,
        file_name text not null,
        file_hash text not null,
        state text not null constraint imports_state_ck check (state in ('checked', 'refused', 'committed', 'taken_back')),
        file bytea,
        summary jsonb not null,
        faults jsonb not null default '[]',
        -- Of what the check found to be changed: the commit does just that.
        changes_hash text,
        made_by uuid,
        made_at timestamptz not null,
        committed_at timestamptz,
        taken_back_at timestamptz,
        constraint imports_pk primary key (committee_id, id)`,
        ) +
        `create index imports_made_at_ix on imports (committee_id, made_at desc, id desc);` +
        // What an import did, row by row, so that it can be taken back exactly.
        tenantTable(
          'import_changes',
          `
        import_id uuid not null,
        seq integer not null,
        table_name text not null,
        key jsonb not null,
        before jsonb,
        after jsonb,
        constraint import_changes_pk primary key (committee_id, import_id, seq),
        constraint import_changes_import_fk foreign key (committee_id, import_id) references imports (committee_id, id)`,
        ),
    );
    await runner.query(`
      alter table memberships
        add constraint memberships_specialist_fk foreign key (committee_id, specialist_id) references specialists (committee_id, id),
        add constraint memberships_branch_fk foreign key (committee_id, branch_id) references branches (committee_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table memberships drop constraint memberships_specialist_fk, drop constraint memberships_branch_fk;
    `);
    await runner.query(
      dropTables(
        'import_changes',
        'imports',
        'conflicts_of_interest',
        'absences',
        'specialists',
        'branches',
        'departments',
        'organisation_versions',
        'organisations',
        'branch_types',
        'fields',
      ),
    );
    await runner.query(`drop collation vi_natural`);
  }
}
