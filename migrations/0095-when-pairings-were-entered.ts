import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import lists the columns of its file; when a pair was entered is not among them. */
export class WhenPairingsWereEntered0095 implements MigrationInterface {
  name = 'WhenPairingsWereEntered1700000000095';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table pairings alter column entered_at set default now()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table pairings alter column entered_at drop default`);
  }
}
