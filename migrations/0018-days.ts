import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Kinds of holidays, meetings that keep their hour in another zone, and what was decided about published visits that a later fact hits. */
export class Days0018 implements MigrationInterface {
  name = 'Days1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HOLIDAYS);
    await runner.query(KEPT);
    await runner.query(ZONE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ZONE_DOWN);
    await runner.query(dropTables('kept_visits'));
    await runner.query(HOLIDAYS_DOWN);
  }
}

const HOLIDAYS = `
  alter table holidays
    add column kind text not null default 'public'
      constraint holidays_kind_ck check (kind in ('public', 'in_lieu', 'worked', 'local')),
    -- Comes again on this date each year, until the last one.
    add column is_yearly boolean not null default false,
    add column last_year integer,
    -- Rows of the law were stored by earlier releases; since then it is reckoned.
    add column source text not null default 'import'
      constraint holidays_source_ck check (source in ('law', 'import', 'page')),
    add constraint holidays_yearly_ck check (
      (last_year is null or is_yearly and last_year >= extract(year from day))
      and not (is_yearly and extract(month from day) = 2 and extract(day from day) = 29));
  update holidays h set source = 'law'
    where not exists (
      select from import_changes c where c.committee_id = h.committee_id and c.table_name = 'holidays'
        and c.key ->> 'day' = h.day::text);
  update holidays set kind = 'worked' where name ~* '(làm|làm việc|đi làm) bù';
  update holidays set kind = 'in_lieu' where kind = 'public' and name ~* 'nghỉ (bù|hoán đổi)';
  -- Imports are taken back by the rows that they left.
  update import_changes c set
    after = c.after || jsonb_build_object('kind', h.kind, 'is_yearly', false, 'last_year', null, 'source', h.source),
    before = c.before || jsonb_build_object('kind', h.kind, 'is_yearly', false, 'last_year', null, 'source', h.source)
    from holidays h
    where c.committee_id = h.committee_id and c.table_name = 'holidays' and c.key ->> 'day' = h.day::text;
  drop view public_holidays;
`;

const HOLIDAYS_DOWN = `
  create view public_holidays with (security_invoker = true) as select committee_id, day, name from holidays;
  grant select on public_holidays to giaoban_app;
  alter table holidays drop constraint holidays_yearly_ck, drop column kind, drop column is_yearly, drop column last_year,
    drop column source;
  update import_changes set after = after - '{kind,is_yearly,last_year,source}'::text[],
    before = before - '{kind,is_yearly,last_year,source}'::text[] where table_name = 'holidays';
`;

const KEPT = tenantTable(
  'kept_visits',
  `
    visit_id uuid not null,
    -- What hits it, and the fact itself, so that another one is told anew.
    cause text not null constraint kept_visits_cause_ck check (cause in ('holiday', 'absence', 'branch', 'specialist')),
    fact text not null,
    kept_at timestamptz not null,
    kept_by uuid,
    constraint kept_visits_pk primary key (committee_id, visit_id, cause, fact),
    constraint kept_visits_visit_fk foreign key (committee_id, visit_id) references visits (committee_id, id)`,
);

/** Meetings are agreed by the clock on the wall: in another zone they keep its hour, whoever changes the zone. */
const ZONE = `
  create function keep_hours_of_meetings() returns trigger language plpgsql as $$
  begin
    update meetings set
      starts_at = (starts_at at time zone old.time_zone) at time zone new.time_zone,
      ends_at = (ends_at at time zone old.time_zone) at time zone new.time_zone
    where committee_id = new.id;
    return new;
  end $$;
  create trigger committees_zone after update of time_zone on committees for each row
    when (old.time_zone is distinct from new.time_zone) execute function keep_hours_of_meetings();
`;

const ZONE_DOWN = `
  drop trigger committees_zone on committees;
  drop function keep_hours_of_meetings();
`;
