import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** What was done to many meetings at once, so that it can be taken back, and whom to tell of it. */
export class CalendarChanges0024 implements MigrationInterface {
  name = 'CalendarChanges1700000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
    await runner.query(CONTACTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view branch_contacts`);
    await runner.query(dropTables('calendar_changes'));
  }
}

const CHANGES =
  tenantTable(
    'calendar_changes',
    `
    id uuid not null,
    month date not null constraint calendar_changes_month_ck check (extract(day from month) = 1),
    kind text not null constraint calendar_changes_kind_ck check (kind in ('moved', 'cleared', 'removed')),
    -- Each as it was before and after; without an after where it was removed.
    meetings jsonb not null,
    made_at timestamptz not null,
    made_by uuid,
    taken_back_at timestamptz,
    constraint calendar_changes_pk primary key (committee_id, id)`,
  ) + `create index calendar_changes_month_ix on calendar_changes (committee_id, month, made_at);`;

const CONTACTS = `
  create view branch_contacts with (security_invoker = true) as
    select committee_id, id as branch_id, secretary_name, secretary_email from branches;
  grant select on branch_contacts to giaoban_app;
`;
