import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** What was done to many meetings at once, so that it can be taken back, and whom to tell of it; hours of absences. */
export class CalendarChanges0024 implements MigrationInterface {
  name = 'CalendarChanges1700000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
    await runner.query(CONTACTS);
    await runner.query(HOURS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(HOURS_DOWN);
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

const HOURS = `
  alter table absences
    -- On each of its days away between these hours only; both null: all day.
    add column from_time time,
    add column to_time time,
    -- Who told it, where a person did.
    add column told_by uuid,
    add constraint absences_hours_ck check ((from_time is null) = (to_time is null) and to_time > from_time),
    drop constraint absences_key,
    add constraint absences_key unique nulls not distinct
      (committee_id, specialist_id, starts_on, ends_before, from_time, to_time);
  create or replace view specialist_absences with (security_invoker = true) as
    select committee_id, specialist_id, starts_on, ends_before, kind,
      case when from_time is not null then jsonb_build_object(
        'from', to_char(from_time, 'HH24:MI'), 'to', to_char(to_time, 'HH24:MI')) end as hours
    from absences;
  -- Imports are taken back by the rows that they left.
  update import_changes set
    after = after || '{"from_time": null, "to_time": null, "told_by": null}'::jsonb,
    before = before || '{"from_time": null, "to_time": null, "told_by": null}'::jsonb
    where table_name = 'absences';
`;

/** The release before knows whole days only; who is away for hours can be sent elsewhere on the day. */
const HOURS_DOWN = `
  update import_changes set after = after - '{from_time,to_time,told_by}'::text[],
    before = before - '{from_time,to_time,told_by}'::text[] where table_name = 'absences';
  drop view specialist_absences;
  delete from absences where from_time is not null;
  alter table absences drop constraint absences_key, drop constraint absences_hours_ck,
    drop column from_time, drop column to_time, drop column told_by,
    add constraint absences_key unique (committee_id, specialist_id, starts_on, ends_before);
  create view specialist_absences with (security_invoker = true) as
    select committee_id, specialist_id, starts_on, ends_before, kind from absences;
  grant select on specialist_absences to giaoban_app;
`;
