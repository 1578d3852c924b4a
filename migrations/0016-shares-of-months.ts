import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** What each published month asked of each person, so that what they did beyond it or short of it is carried on. */
export class SharesOfMonths0016 implements MigrationInterface {
  name = 'SharesOfMonths1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable(
        'month_shares',
        `
        month date not null,
        specialist_id uuid not null,
        share integer not null,
        constraint month_shares_pk primary key (committee_id, month, specialist_id),
        constraint month_shares_specialist_fk foreign key (committee_id, specialist_id) references specialists (committee_id, id) on delete cascade,
        constraint month_shares_month_ck check (extract(day from month) = 1),
        constraint month_shares_share_ck check (share >= 0)`,
      ) + `create index month_shares_specialist_ix on month_shares (committee_id, specialist_id, month);`,
    );
    // Meetings that a plan's round took in beyond its places, of which drafts of before took in none; and what a draft
    // changed against the one before.
    await runner.query(
      `alter table plans add column refilled integer not null default 0, add column difference jsonb, add constraint plans_refilled_ck check (refilled >= 0)`,
    );
    // Months that are published already: the target that the plan was made with, by the days on which the person is there.
    await runner.query(`
      insert into month_shares (committee_id, month, specialist_id, share)
      select p.committee_id, p.month, s.id, round((a ->> 'target')::numeric * greatest(0, span.days - away.days) / span.days)
      from plans p
      join plan_solutions x on x.committee_id = p.committee_id and x.plan_id = p.id
      cross join jsonb_array_elements(
        case when jsonb_typeof(x.problem -> 'specialists') = 'array' then x.problem -> 'specialists' else '[]' end) a
      join specialists s on s.committee_id = p.committee_id and s.id::text = a ->> 'id'
      cross join lateral (select (p.month + interval '1 month')::date - p.month as days) span
      cross join lateral (
        select count(*) as days from generate_series(p.month, p.month + span.days - 1, interval '1 day') d
        where exists (select from absences b where b.committee_id = p.committee_id and b.specialist_id = s.id
          and b.starts_on <= d::date and b.ends_before > d::date)) away
      where p.state = 'published' and (a ->> 'target')::numeric >= 0`);
    // Of the visits: what became of a month's duties. The meaning of each word is that of the state's function.
    await runner.query(`
      create view month_visit_counts with (security_invoker = true) as
        select committee_id, month,
          (count(*) filter (where is_assigned))::integer as assigned,
          (count(*) filter (where state = 'declined'))::integer as declined,
          (count(*) filter (where holds_seat))::integer as standing,
          (count(*) filter (where is_attended))::integer as made,
          (count(*) filter (where state = 'missed'))::integer as missed,
          (count(*) filter (where takes_place))::integer as expected
        from month_visits group by committee_id, month;
      grant select on month_visit_counts to giaoban_app;`);
    // Of planning: what each published month asked of somebody, and how often they went or are to go.
    await runner.query(`
      create view month_loads with (security_invoker = true) as
        select committee_id, month, specialist_id, sum(visits)::integer as visits, sum(share)::integer as share
        from (
          select committee_id, month, specialist_id, 0 as visits, share from month_shares
          union all
          select committee_id, month, specialist_id, 1, 0 from month_visits where takes_place) each_of_them
        group by committee_id, month, specialist_id;
      grant select on month_loads to giaoban_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop view month_loads; drop view month_visit_counts; alter table plans drop column refilled, drop column difference; ${dropTables('month_shares')}`,
    );
  }
}
