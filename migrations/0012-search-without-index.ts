import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search looks for words anywhere in a branch's name, code, place and organisation together, which no index of one
 * table holds; the one on the name alone was never read, and was written with every branch.
 */
export class SearchWithoutIndex0012 implements MigrationInterface {
  name = 'SearchWithoutIndex1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index branches_search_ix`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`create index branches_search_ix on branches using gin (search_key(name) gin_trgm_ops)`);
  }
}
