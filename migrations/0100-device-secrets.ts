import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, sharedTable } from './tenant-table.ts';

/** The keys with which a person's devices encrypt what they keep are derived from one secret of the account. */
export class DeviceSecrets0100 implements MigrationInterface {
  name = 'DeviceSecrets1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      sharedTable(
        'device_secrets',
        `account_id uuid not null constraint device_secrets_pk primary key
           constraint device_secrets_account_fk references accounts (id),
         secret text not null constraint device_secrets_secret_ck check (length(secret) >= 32)`,
        'select, insert',
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropTables('device_secrets'));
  }
}
