import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The branches are told by mail of a change of many meetings, and once more of its being taken back. */
export class BranchesToldOfChanges0081 implements MigrationInterface {
  name = 'BranchesToldOfChanges1700000000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table calendar_changes add column told_at timestamptz, add column told_back_at timestamptz`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table calendar_changes drop column told_at, drop column told_back_at`);
  }
}
