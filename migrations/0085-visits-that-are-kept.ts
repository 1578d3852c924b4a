import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The count of visits that hold a seat gets the name of what it counts. */
export class VisitsThatAreKept0085 implements MigrationInterface {
  name = 'VisitsThatAreKept1700000000085';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter view month_visit_counts rename column standing to kept`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter view month_visit_counts rename column kept to standing`);
  }
}
