import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a file somebody has to confirm, what was answered, and whether the file stands for the whole. */
export class ImportQuestions0015 implements MigrationInterface {
  name = 'ImportQuestions1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table imports
        add column questions jsonb not null default '[]',
        add column answers jsonb not null default '{}',
        add column scope text not null default 'whole'
          constraint imports_scope_ck check (scope in ('whole', 'additions'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table imports drop column questions, drop column answers, drop column scope`);
  }
}
