import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** What forms say about those who filled them, with what it rests on; and visits that would help to compare them. */
export class Calibrations0110 implements MigrationInterface {
  name = 'Calibrations1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CALIBRATIONS + WISHES);
    await runner.query(acceptedForms(', submitted_by'));
  }

  /** A view loses a column only with itself. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from job_progress where kind = 'calibration.make'; drop view month_linkage_wishes;`);
    await runner.query(dropTables('linkage_wishes', 'calibrations'));
    await runner.query(`drop view accepted_forms; ${acceptedForms('')} grant select on accepted_forms to giaoban_app;`);
  }
}

const CALIBRATIONS =
  tenantTable(
    'calibrations',
    `
    id uuid not null,
    asked_at timestamptz not null,
    asked_by uuid,
    -- The forms on which it rests: their number, their months, and a digest that tells whether they are still the same.
    forms integer,
    first_month date constraint calibrations_first_ck check (extract(day from first_month) = 1),
    last_month date constraint calibrations_last_ck check (extract(day from last_month) = 1),
    digest text,
    -- Null until it is made, and where that failed.
    result jsonb,
    constraint calibrations_pk primary key (committee_id, id),
    constraint calibrations_made_ck check ((result is null) = (digest is null) and (result is null) = (forms is null))`,
  ) + `create index calibrations_asked_ix on calibrations (committee_id, asked_at);`;

const WISHES =
  tenantTable(
    'linkage_wishes',
    `
    month date not null constraint linkage_wishes_month_ck check (extract(day from month) = 1),
    specialist_id uuid not null,
    branch_id uuid not null,
    worth integer not null constraint linkage_wishes_worth_ck check (worth between 1 and 100),
    constraint linkage_wishes_pk primary key (committee_id, month, specialist_id, branch_id),
    constraint linkage_wishes_specialist_fk foreign key (committee_id, specialist_id)
      references specialists (committee_id, id) on delete cascade,
    constraint linkage_wishes_branch_fk foreign key (committee_id, branch_id)
      references branches (committee_id, id) on delete cascade`,
  ) +
  `create index linkage_wishes_specialist_ix on linkage_wishes (committee_id, specialist_id);
   create index linkage_wishes_branch_ix on linkage_wishes (committee_id, branch_id);
   create view month_linkage_wishes with (security_invoker = true) as
     select committee_id, month, specialist_id, branch_id, worth from linkage_wishes;
   grant select on month_linkage_wishes to giaoban_app;`;

/** The complete submissions that count: at most one for each visit. */
function acceptedForms(more: string): string {
  return `create or replace view accepted_forms with (security_invoker = true) as
    select committee_id, visit_id, id as submission_id, form_version, answers, score, total, rating${more}
    from submissions where state = 'accepted';`;
}
