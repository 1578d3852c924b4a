import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A profile has a revision, so that a page that has not seen the latest one does not write over it. */
export class Profiles0019 implements MigrationInterface {
  name = 'Profiles1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table accounts add column revision integer not null default 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table accounts drop column revision`);
  }
}
