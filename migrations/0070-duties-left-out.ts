import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published plans keep whom they would have sent to meetings that had begun before anybody was told. */
export class DutiesLeftOut0070 implements MigrationInterface {
  name = 'DutiesLeftOut1700000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table plan_assignments add column left_out boolean not null default false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table plan_assignments drop column left_out`);
  }
}
