import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other modules ask whether somebody is still to go, as `isOpen` of visits/domain/visit-state.ts has it. */
export class VisitsThatAreOpen0059 implements MigrationInterface {
  name = 'VisitsThatAreOpen1700000000059';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function visit_is_open(state text) returns boolean immutable parallel safe language sql
        return state in ('offered', 'accepted');
      create or replace view month_visits with (security_invoker = true) as
        select ${COLUMNS}, visit_is_open(state) as is_open from visits where meeting_id is not null;`);
  }

  /** A view loses a column only with the views that read it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view month_loads;
      drop view month_visit_counts;
      drop view month_visits;
      drop function visit_is_open(text);
      create view month_visits with (security_invoker = true) as
        select ${COLUMNS} from visits where meeting_id is not null;
      create view month_visit_counts with (security_invoker = true) as
        select committee_id, month,
          (count(*) filter (where is_assigned))::integer as assigned,
          (count(*) filter (where state = 'declined'))::integer as declined,
          (count(*) filter (where holds_seat))::integer as standing,
          (count(*) filter (where is_attended))::integer as made,
          (count(*) filter (where state = 'missed'))::integer as missed,
          (count(*) filter (where takes_place))::integer as expected
        from month_visits group by committee_id, month;
      create view month_loads with (security_invoker = true) as
        select committee_id, month, specialist_id, sum(visits)::integer as visits, sum(share)::integer as share
        from (
          select committee_id, month, specialist_id, 0 as visits, share from month_shares
          union all
          select committee_id, month, specialist_id, 1, 0 from month_visits where counts_as_load) each_of_them
        group by committee_id, month, specialist_id;
      grant select on month_visits, month_visit_counts, month_loads to giaoban_app;`);
  }
}

const COLUMNS = `committee_id, id, month, meeting_id, branch_id, specialist_id, plan_id, held_on, kind, state, leads,
  decline_reason, answered_at, attendance_present, attendance_of, speakers, score, calendar_sequence, revision,
  visit_is_assigned(state) as is_assigned, visit_holds_seat(state) as holds_seat,
  visit_takes_place(state) as takes_place, visit_is_attended(state) as is_attended,
  is_outside_plan, visit_takes_place(state) and counts_as_share as counts_as_load`;
