import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A branch may meet on a weekday of the month instead of a day: `2TU` is the second Tuesday, `-1FR` the last Friday. */
export class WeekdayRules0047 implements MigrationInterface {
  name = 'WeekdayRules1700000000047';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const WEEKDAY = `'^(-1|[1-5])(MO|TU|WE|TH|FR|SA|SU)$'`;

const UP = `
  alter table branches
    alter column meeting_day drop not null,
    add column meeting_weekday text constraint branches_meeting_weekday_ck check (meeting_weekday ~ ${WEEKDAY}),
    add column thematic_weekday text constraint branches_thematic_weekday_ck check (thematic_weekday ~ ${WEEKDAY}),
    add constraint branches_meeting_rule_ck check (num_nonnulls(meeting_day, meeting_weekday) = 1),
    add constraint branches_thematic_rule_ck check (num_nonnulls(thematic_day, thematic_weekday) <= 1);
  create or replace view branch_meeting_rules with (security_invoker = true) as
    select committee_id, id as branch_id, meeting_day, meeting_time, meeting_minutes, rolls_forward, thematic_months,
      thematic_day, meeting_weekday, thematic_weekday
    from branches where archived_at is null;
  -- Imports are taken back by the rows that they left.
  update import_changes set
    after = after || '{"meeting_weekday": null, "thematic_weekday": null}'::jsonb,
    before = before || '{"meeting_weekday": null, "thematic_weekday": null}'::jsonb
    where table_name = 'branches';
`;

/** The release before knows no weekdays: a day of the same week takes their place. */
const dayOf = (weekday: string) =>
  `case when ${weekday} like '-1%' then 31 else least(left(${weekday}, 1)::int * 7 - 3, 31) end`;

const withoutWeekdays = (row: string) => `case when ${row} is not null then
    (${row} - '{meeting_weekday,thematic_weekday}'::text[]) || jsonb_build_object(
      'meeting_day', case when ${row} ->> 'meeting_weekday' is null then ${row} -> 'meeting_day'
        else to_jsonb(${dayOf(`(${row} ->> 'meeting_weekday')`)}) end,
      'thematic_day', case when ${row} ->> 'thematic_weekday' is null then ${row} -> 'thematic_day'
        else to_jsonb(${dayOf(`(${row} ->> 'thematic_weekday')`)}) end) end`;

const DOWN = `
  update import_changes set after = ${withoutWeekdays('after')}, before = ${withoutWeekdays('before')}
    where table_name = 'branches';
  drop view branch_meeting_rules;
  alter table branches drop constraint branches_meeting_rule_ck, drop constraint branches_thematic_rule_ck;
  update branches set meeting_day = ${dayOf('meeting_weekday')} where meeting_weekday is not null;
  update branches set thematic_day = ${dayOf('thematic_weekday')} where thematic_weekday is not null;
  alter table branches drop column meeting_weekday, drop column thematic_weekday, alter column meeting_day set not null;
  create view branch_meeting_rules with (security_invoker = true) as
    select committee_id, id as branch_id, meeting_day, meeting_time, meeting_minutes, rolls_forward, thematic_months,
      thematic_day
    from branches where archived_at is null;
  grant select on branch_meeting_rules to giaoban_app;
`;
