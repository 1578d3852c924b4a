import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits that no plan foresaw: to a meeting that was not in the calendar, also after it was held. */
export class VisitsOutsidePlan0043 implements MigrationInterface {
  name = 'VisitsOutsidePlan1700000000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VISITS);
    await runner.query(loads('counts_as_load'));
    await runner.query(AMENDMENTS);
    await runner.query(ACCOUNTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view office_accounts');
    await runner.query(AMENDMENTS_DOWN);
    await runner.query(loads('takes_place'));
    await runner.query(VISITS_DOWN);
  }
}

const VISITS = `
  alter table visits
    add column is_outside_plan boolean not null default false,
    -- Whether it counts towards the person's share, by the policy of the day on which it was made.
    add column counts_as_share boolean not null default true,
    add constraint visits_outside_plan_ck check (is_outside_plan or counts_as_share);
  -- Imports note the rows as they were and compare them when they are taken back.
  update import_changes set
    before = before || '{"is_outside_plan": false, "counts_as_share": true}',
    after = after || '{"is_outside_plan": false, "counts_as_share": true}'
    where table_name = 'visits';
  create or replace view month_visits with (security_invoker = true) as
    select committee_id, id, month, meeting_id, branch_id, specialist_id, plan_id, held_on, kind, state, leads,
      decline_reason, answered_at, attendance_present, attendance_of, speakers, score, calendar_sequence, revision,
      visit_is_assigned(state) as is_assigned, visit_holds_seat(state) as holds_seat,
      visit_takes_place(state) as takes_place, visit_is_attended(state) as is_attended,
      is_outside_plan, visit_takes_place(state) and counts_as_share as counts_as_load
    from visits where meeting_id is not null;
  create or replace view visit_outcomes with (security_invoker = true) as
    select committee_id, id as visit_id, decline_kind, stand_in_id, replaced_by_id, amendment_id, counts_as_share
    from visits where meeting_id is not null;
`;

const VISITS_DOWN = `
  drop view visit_outcomes;
  drop view month_loads;
  drop view month_visit_counts;
  drop view month_visits;
  update import_changes set
    before = before - '{is_outside_plan,counts_as_share}'::text[],
    after = after - '{is_outside_plan,counts_as_share}'::text[]
    where table_name = 'visits';
  alter table visits drop column is_outside_plan, drop column counts_as_share;
  create view month_visits with (security_invoker = true) as
    select committee_id, id, month, meeting_id, branch_id, specialist_id, plan_id, held_on, kind, state, leads,
      decline_reason, answered_at, attendance_present, attendance_of, speakers, score, calendar_sequence, revision,
      visit_is_assigned(state) as is_assigned, visit_holds_seat(state) as holds_seat,
      visit_takes_place(state) as takes_place, visit_is_attended(state) as is_attended
    from visits where meeting_id is not null;
  create view month_visit_counts with (security_invoker = true) as
    select committee_id, month,
      (count(*) filter (where is_assigned))::integer as assigned,
      (count(*) filter (where state = 'declined'))::integer as declined,
      (count(*) filter (where holds_seat))::integer as standing,
      (count(*) filter (where is_attended))::integer as made,
      (count(*) filter (where state = 'missed'))::integer as missed,
      (count(*) filter (where takes_place))::integer as expected
    from month_visits group by committee_id, month;
  create view visit_outcomes with (security_invoker = true) as
    select committee_id, id as visit_id, decline_kind, stand_in_id, replaced_by_id, amendment_id
    from visits where meeting_id is not null;
  grant select on month_visits, month_visit_counts, visit_outcomes to giaoban_app;
  ${loads('takes_place')}
`;

/** Of planning: what each published month asked of somebody, and how often they went or are to go. */
function loads(counted: 'takes_place' | 'counts_as_load'): string {
  return `
    create or replace view month_loads with (security_invoker = true) as
      select committee_id, month, specialist_id, sum(visits)::integer as visits, sum(share)::integer as share
      from (
        select committee_id, month, specialist_id, 0 as visits, share from month_shares
        union all
        select committee_id, month, specialist_id, 1, 0 from month_visits where ${counted}) each_of_them
      group by committee_id, month, specialist_id;
    grant select on month_loads to giaoban_app;
  `;
}

/** Of identity: who of the board and of the leaders can sign in, with their entry in the register where they have one. */
const ACCOUNTS = `
  create view office_accounts with (security_invoker = true) as
    select distinct on (m.committee_id, a.id) m.committee_id, a.id as account_id, a.name, a.email, s.specialist_id
    from memberships m join accounts a on a.id = m.account_id
    left join memberships s on s.committee_id = m.committee_id and s.account_id = a.id and s.role = 'specialist'
    where m.role in ('board', 'leader') and a.disabled_at is null and not exists (
      select from disabled_accounts d where d.committee_id = m.committee_id and d.account_id = a.id)
    order by m.committee_id, a.id, s.specialist_id;
  grant select on office_accounts to giaoban_app;
`;

const AMENDMENTS = `
  alter table amendments drop constraint amendments_kind_ck,
    add constraint amendments_kind_ck check (kind in ('board', 'swap', 'outside'));
`;

/** The release before knows amendments of the board and of two people. */
const AMENDMENTS_DOWN = `
  update amendments set kind = 'board' where kind = 'outside';
  alter table amendments drop constraint amendments_kind_ck,
    add constraint amendments_kind_ck check (kind in ('board', 'swap'));
`;
