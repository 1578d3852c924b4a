import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of one thing on its page are imports of one row, noted and taken back as those are. */
export class ChangesOnPages0020 implements MigrationInterface {
  name = 'ChangesOnPages1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table imports
        add column source text not null default 'file' constraint imports_source_ck check (source in ('file', 'page'));
      -- What has become of one thing, whoever changed it.
      create index import_changes_key_ix on import_changes (committee_id, table_name, key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index import_changes_key_ix;
      -- Without them being told apart, they would stand among the files.
      delete from import_changes c using imports i
        where i.committee_id = c.committee_id and i.id = c.import_id and i.source = 'page';
      delete from imports where source = 'page';
      alter table imports drop column source;
    `);
  }
}
