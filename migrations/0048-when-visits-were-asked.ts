import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The form of a visit that is recorded after its meeting is due from the day on which it was asked for. */
export class WhenVisitsWereAsked0048 implements MigrationInterface {
  name = 'WhenVisitsWereAsked1700000000048';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view plan_amendments with (security_invoker = true) as
        select committee_id, id, month, number, made_at from amendments`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view plan_amendments;
      create view plan_amendments with (security_invoker = true) as
        select committee_id, id, month, number from amendments;
      grant select on plan_amendments to giaoban_app`);
  }
}
