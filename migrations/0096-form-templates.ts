import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/**
 * What a form asks is data, as rubrics are: drafts are published from a month on and then stay as they are. Forms that
 * were sent before asked what the service's own form asks.
 */
export class FormTemplates0096 implements MigrationInterface {
  name = 'FormTemplates1700000000096';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(
        'form_templates',
        `
        id uuid not null,
        code text not null,
        version integer not null constraint form_templates_version_ck check (version > 0),
        starts_on date not null,
        purpose text not null constraint form_templates_purpose_ck check (purpose in ('routine', 'targeted')),
        content jsonb not null,
        published_at timestamptz not null,
        published_by uuid,
        constraint form_templates_pk primary key (committee_id, id),
        constraint form_templates_version_key unique (committee_id, code, version)`,
        // A published version never changes. One with which no form was begun yet can be taken back.
        { writes: 'select, insert, delete' },
      ) +
        tenantTable(
          'form_template_drafts',
          `
        id uuid not null,
        content jsonb not null,
        -- What it was copied from, such as standard/1; null where it came as a file.
        based_on text,
        revision integer not null default 1,
        made_at timestamptz not null,
        made_by uuid,
        saved_at timestamptz not null,
        constraint form_template_drafts_pk primary key (committee_id, id)`,
        ) +
        `
       -- With the version beside it; the release before writes the service's own form only.
       alter table submissions add column form_code text not null default 'standard';
       -- The form with which it was begun; null for a draft of the release before.
       alter table drafts add column form_code text, add column form_version integer,
         add constraint drafts_form_ck check ((form_code is null) = (form_version is null));`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table drafts drop column form_code, drop column form_version;
       alter table submissions drop column form_code;
       ${dropTables('form_template_drafts', 'form_templates')}`,
    );
  }
}
