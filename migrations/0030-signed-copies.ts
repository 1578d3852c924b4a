import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Scans of issued documents as they were signed and stamped. */
export class SignedCopies0030 implements MigrationInterface {
  name = 'SignedCopies1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COPIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropTables('signed_copies'));
  }
}

/** Another scan is another version: nothing that was kept is ever written over. */
const COPIES =
  tenantTable(
    'signed_copies',
    `
    document_id uuid not null,
    version integer not null constraint signed_copies_version_ck check (version > 0),
    kind text not null constraint signed_copies_kind_ck check (kind in ('pdf', 'jpeg', 'png')),
    bytes bytea not null constraint signed_copies_bytes_ck check (length(bytes) > 0),
    content_hash text not null,
    kept_at timestamptz not null,
    kept_by uuid,
    on_behalf_of uuid,
    constraint signed_copies_pk primary key (committee_id, document_id, version),
    constraint signed_copies_document_fk foreign key (committee_id, document_id) references documents (committee_id, id)`,
    { writes: 'select, insert' },
  ) +
  // Scans are compressed already.
  `alter table signed_copies alter column bytes set storage external;`;
