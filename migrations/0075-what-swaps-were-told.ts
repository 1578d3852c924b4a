import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A meeting may move twice before the first mail about it; what has changed is told against what was told last. */
export class WhatSwapsWereTold0075 implements MigrationInterface {
  name = 'WhatSwapsWereTold1700000000075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When the visits begin as the two were told last, and whether the taker has agreed since.
      alter table swaps
        add column told_starts_at timestamptz,
        add column told_other_starts_at timestamptz,
        add column told_agreed boolean not null default false;
      update swaps set told_starts_at = starts_at, told_other_starts_at = other_starts_at, told_agreed = state = 'agreed';
      alter table swaps alter column told_starts_at set not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table swaps drop column told_starts_at, drop column told_other_starts_at, drop column told_agreed;`);
  }
}
