import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Variants of a month that are planned by other choices than the committee's policy. */
export class Variants0036 implements MigrationInterface {
  name = 'Variants1700000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

/** Values of fields of the planning policy, by key; whatever is not named is as the committee has decided. */
const UP = `
  alter table plans add column own_policy jsonb not null default '{}'
    constraint plans_own_policy_ck check (jsonb_typeof(own_policy) = 'object');
`;

/** The release before knows one draft and one proposal of a month. */
const DOWN = `
  delete from plans where state = 'draft' and not is_chosen and name <> 'proposal';
  alter table plans drop column own_policy;
`;
