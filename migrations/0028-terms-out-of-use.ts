import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fields and branch types that are no longer used stay for what names them, and are offered no more. */
export class TermsOutOfUse0028 implements MigrationInterface {
  name = 'TermsOutOfUse1700000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  alter table fields add column archived_at timestamptz;
  alter table branch_types add column archived_at timestamptz;
  create or replace view field_names with (security_invoker = true) as
    select committee_id, code, name, position,
      -- The first day on which a field is no longer offered.
      (archived_at at time zone committee_zone())::date as retired_on
    from fields;
  -- Imports are taken back by the rows that they left.
  update import_changes set
    after = after || '{"archived_at": null}'::jsonb,
    before = before || '{"archived_at": null}'::jsonb
    where table_name in ('fields', 'branch_types');
`;

/** The release before knows no term that is out of use: it offers all of them again. */
const DOWN = `
  update import_changes set after = after - 'archived_at', before = before - 'archived_at'
    where table_name in ('fields', 'branch_types');
  drop view field_names;
  create view field_names with (security_invoker = true) as select committee_id, code, name, position from fields;
  grant select on field_names to giaoban_app;
  alter table fields drop column archived_at;
  alter table branch_types drop column archived_at;
`;
