import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Somebody is away on one weekday of every week; other modules see each of its days as an absence. */
export class WeeklyAbsences0087 implements MigrationInterface {
  name = 'WeeklyAbsences1700000000087';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WEEKLY);
    await runner.query(`
      create or replace view specialist_absences with (security_invoker = true) as
        ${SINGLE}
        union all
        select w.committee_id, w.specialist_id, d.day::date, d.day::date + 1, w.kind, ${HOURS('w.')}
        from weekly_absences w
        cross join lateral generate_series(
          w.starts_on + (7 + w.weekday - extract(isodow from w.starts_on)::integer) % 7,
          w.ends_before - 1, interval '7 days') as d (day);`);
  }

  /** The release before knows single absences only. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create or replace view specialist_absences with (security_invoker = true) as ${SINGLE};
       ${dropTables('weekly_absences')}`,
    );
  }
}

const HOURS = (alias: string): string =>
  `case when ${alias}from_time is not null then jsonb_build_object(
     'from', to_char(${alias}from_time, 'HH24:MI'), 'to', to_char(${alias}to_time, 'HH24:MI')) end as hours`;

const SINGLE = `select committee_id, specialist_id, starts_on, ends_before, kind, ${HOURS('')} from absences`;

const WEEKLY = tenantTable(
  'weekly_absences',
  `
    id uuid not null,
    specialist_id uuid not null,
    -- 1: Monday … 7: Sunday.
    weekday integer not null constraint weekly_absences_weekday_ck check (weekday between 1 and 7),
    -- On those of the days [starts_on, ends_before) that are this weekday.
    starts_on date not null,
    ends_before date not null,
    -- Between these hours only; both null: all day.
    from_time time,
    to_time time,
    kind text not null,
    told_by uuid,
    constraint weekly_absences_pk primary key (committee_id, id),
    constraint weekly_absences_key unique nulls not distinct
      (committee_id, specialist_id, weekday, starts_on, ends_before, from_time, to_time),
    constraint weekly_absences_span_ck check (ends_before > starts_on and ends_before - starts_on <= 400),
    constraint weekly_absences_hours_ck check ((from_time is null) = (to_time is null) and to_time > from_time),
    constraint weekly_absences_specialist_fk foreign key (committee_id, specialist_id)
      references specialists (committee_id, id) on delete cascade`,
);
