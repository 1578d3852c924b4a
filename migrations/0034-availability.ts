import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Specialists are asked on which days of a month they cannot be sent, and tell on which weekdays they would rather not go. */
export class Availability0034 implements MigrationInterface {
  name = 'Availability1700000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROUNDS);
    await runner.query(REPLIES);
    await runner.query(LINKS);
    await runner.query(PREFERENCES);
    await runner.query(CONFLICTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(CONFLICTS_DOWN);
    await runner.query(`drop view specialist_day_preferences`);
    await runner.query(
      dropTables('day_preferences', 'availability_links', 'availability_replies', 'availability_rounds'),
    );
  }
}

const ROUNDS = tenantTable(
  'availability_rounds',
  `
    month date not null constraint availability_rounds_month_ck check (extract(day from month) = 1),
    -- The last day on which replies are waited for.
    until date not null,
    mailing integer not null constraint availability_rounds_mailing_ck check (mailing > 0),
    asked_at timestamptz not null,
    asked_by uuid,
    constraint availability_rounds_pk primary key (committee_id, month)`,
);

const REPLIES = tenantTable(
  'availability_replies',
  `
    month date not null,
    specialist_id uuid not null,
    -- In which mailing this person was asked last.
    mailing integer not null constraint availability_replies_mailing_ck check (mailing > 0),
    asked_at timestamptz not null,
    -- Null while there is none.
    reply text constraint availability_replies_reply_ck check (reply in ('nothing', 'entered')),
    replied_at timestamptz,
    constraint availability_replies_pk primary key (committee_id, month, specialist_id),
    constraint availability_replies_round_fk foreign key (committee_id, month)
      references availability_rounds (committee_id, month) on delete cascade,
    constraint availability_replies_specialist_fk foreign key (committee_id, specialist_id)
      references specialists (committee_id, id) on delete cascade,
    constraint availability_replies_whole_ck check ((reply is null) = (replied_at is null))`,
);

const LINKS =
  tenantTable(
    'availability_links',
    `
    token_hash text not null,
    month date not null,
    specialist_id uuid not null,
    constraint availability_links_pk primary key (committee_id, token_hash),
    constraint availability_links_reply_fk foreign key (committee_id, month, specialist_id)
      references availability_replies (committee_id, month, specialist_id) on delete cascade`,
  ) +
  `create index availability_links_reply_ix on availability_links (committee_id, month, specialist_id);
   create index availability_replies_specialist_ix on availability_replies (committee_id, specialist_id);`;

const PREFERENCES =
  tenantTable(
    'day_preferences',
    `
    specialist_id uuid not null,
    -- 1: Monday … 7: Sunday.
    weekday integer not null constraint day_preferences_weekday_ck check (weekday between 1 and 7),
    -- The part of that day on which this person would rather not go; null: all of it.
    part text constraint day_preferences_part_ck check (part in ('morning', 'afternoon', 'evening')),
    constraint day_preferences_pk primary key (committee_id, specialist_id, weekday),
    constraint day_preferences_specialist_fk foreign key (committee_id, specialist_id)
      references specialists (committee_id, id) on delete cascade`,
  ) +
  `create view specialist_day_preferences with (security_invoker = true) as
     select committee_id, specialist_id, weekday, part from day_preferences;
   grant select on specialist_day_preferences to giaoban_app;`;

/** A conflict of interest may end, and a specialist may tell it. */
const CONFLICTS = `
  alter table conflicts_of_interest
    -- The last day on which it counts; null: for as long as it is registered.
    add column until date,
    -- Who told it, where a specialist did.
    add column told_by uuid,
    add column told_at timestamptz,
    add constraint conflicts_of_interest_told_ck check ((told_by is null) = (told_at is null));
  create or replace view specialist_conflicts with (security_invoker = true) as
    select committee_id, specialist_id, branch_id, until from conflicts_of_interest;
  -- Imports are taken back by the rows that they left.
  update import_changes set
    after = after || '{"until": null, "told_by": null, "told_at": null}'::jsonb,
    before = before || '{"until": null, "told_by": null, "told_at": null}'::jsonb
    where table_name = 'conflicts_of_interest';
`;

/** The release before knows no end: what has ended goes, what has not counts on. */
const CONFLICTS_DOWN = `
  update import_changes set after = after - '{until,told_by,told_at}'::text[],
    before = before - '{until,told_by,told_at}'::text[] where table_name = 'conflicts_of_interest';
  drop view specialist_conflicts;
  delete from conflicts_of_interest where until < current_date;
  alter table conflicts_of_interest drop constraint conflicts_of_interest_told_ck,
    drop column until, drop column told_by, drop column told_at;
  create view specialist_conflicts with (security_invoker = true) as
    select committee_id, specialist_id, branch_id from conflicts_of_interest;
  grant select on specialist_conflicts to giaoban_app;
`;
