import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why somebody has kept a visit in spite of a conflict; null where nobody said. */
export class WhyVisitsAreKept0054 implements MigrationInterface {
  name = 'WhyVisitsAreKept1700000000054';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table kept_visits add column reason text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table kept_visits drop column reason`);
  }
}
