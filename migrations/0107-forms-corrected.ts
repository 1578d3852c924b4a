import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reviewer corrects an obvious slip: the next version of the form is theirs, and the one before says why. */
export class FormsCorrected0107 implements MigrationInterface {
  name = 'FormsCorrected1700000000107';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table submissions
        -- Who wrote this version in the author's place.
        add column corrected_by uuid,
        add constraint submissions_corrected_ck check (corrected_by is null or version > 1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table submissions drop constraint submissions_corrected_ck, drop column corrected_by`);
  }
}
