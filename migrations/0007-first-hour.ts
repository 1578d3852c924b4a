import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, sharedTable } from './tenant-table.ts';

/** What the set-up of an empty service and the account page keep. */
export class FirstHour0007 implements MigrationInterface {
  name = 'FirstHour1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    // In plain text: every replica writes the same code to its log, and it opens nothing but an empty database.
    await runner.query(
      sharedTable(
        'setup_code',
        `
        one boolean not null default true constraint setup_code_pk primary key constraint setup_code_one_ck check (one),
        code text not null`,
      ),
    );
    // In plain text, because the account page shows it; it tells no more than what lies in the same database.
    await runner.query(
      sharedTable(
        'calendar_addresses',
        `
        account_id uuid not null constraint calendar_addresses_account_fk references accounts (id) on delete cascade,
        committee_id uuid not null constraint calendar_addresses_committee_fk references committees (id),
        token text not null constraint calendar_addresses_token_key unique,
        made_at timestamptz not null,
        constraint calendar_addresses_pk primary key (account_id, committee_id)`,
      ),
    );
    await runner.query(`alter table sessions add column device text not null default ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table sessions drop column device`);
    await runner.query(dropTables('calendar_addresses', 'setup_code'));
  }
}
