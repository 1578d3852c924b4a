import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who made an edit again that had been undone: a colleague is told of it by name. */
export class WhoMadeEditsAgain0052 implements MigrationInterface {
  name = 'WhoMadeEditsAgain1700000000052';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table plan_edits add column made_again_by uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table plan_edits drop column made_again_by`);
  }
}
