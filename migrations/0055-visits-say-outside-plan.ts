import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pages of other modules say of a visit that it is outside the plan. */
export class VisitsSayOutsidePlan0055 implements MigrationInterface {
  name = 'VisitsSayOutsidePlan1700000000055';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view visit_outcomes with (security_invoker = true) as
        select committee_id, id as visit_id, decline_kind, stand_in_id, replaced_by_id, amendment_id, counts_as_share,
          is_outside_plan
        from visits where meeting_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view visit_outcomes;
      create view visit_outcomes with (security_invoker = true) as
        select committee_id, id as visit_id, decline_kind, stand_in_id, replaced_by_id, amendment_id, counts_as_share
        from visits where meeting_id is not null;
      grant select on visit_outcomes to giaoban_app`);
  }
}
