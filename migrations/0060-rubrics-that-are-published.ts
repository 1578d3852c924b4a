import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/**
 * Rubrics are published from drafts and then stay as they are. Whatever is there already came with the service or from
 * a decision about scoring, and remains in force as it was.
 */
export class RubricsThatArePublished0060 implements MigrationInterface {
  name = 'RubricsThatArePublished1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table rubrics
         -- The service brought it, a decision about scoring made it from the one before, or somebody published it.
         add column origin text not null default 'service'
           constraint rubrics_origin_ck check (origin in ('service', 'policy', 'board')),
         add column published_at timestamptz,
         add column published_by uuid;
       -- Only decisions made further versions so far.
       update rubrics set origin = 'policy' where version > 1;
       alter table rubrics alter column origin drop default,
         add constraint rubrics_published_ck check (origin <> 'board' or published_at is not null);
       -- A published version never changes. One by which no form was scored yet can be taken back.
       revoke update on rubrics from giaoban_app;` +
        tenantTable(
          'rubric_drafts',
          `
        id uuid not null,
        content jsonb not null,
        -- What it was copied from, such as 42-hd/2; null where it came as a file.
        based_on text,
        revision integer not null default 1,
        made_at timestamptz not null,
        made_by uuid,
        saved_at timestamptz not null,
        constraint rubric_drafts_pk primary key (committee_id, id)`,
        ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `${dropTables('rubric_drafts')}
       grant update on rubrics to giaoban_app;
       alter table rubrics drop column origin, drop column published_at, drop column published_by;`,
    );
  }
}
