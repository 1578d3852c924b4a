import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a month's round of availability has come, for the progress of the month. */
export class MonthAvailability0092 implements MigrationInterface {
  name = 'MonthAvailability1700000000092';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view month_availability with (security_invoker = true) as
        select r.committee_id, r.month, r.until, count(*)::integer as asked,
          count(*) filter (where p.reply is not null)::integer as replied
        from availability_rounds r join availability_replies p on p.committee_id = r.committee_id and p.month = r.month
        group by r.committee_id, r.month, r.until`);
    await runner.query(`grant select on month_availability to giaoban_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view month_availability`);
  }
}
