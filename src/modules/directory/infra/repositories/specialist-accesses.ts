import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { AccessChange, SpecialistAccess } from '../../application/ports.ts';
import type { ImportId } from '../../domain/import-record.ts';

const TABLE = 'memberships';

@Injectable()
export class SpecialistAccesses {
  constructor(private readonly work: PostgresUnitOfWork) {}

  list(): Promise<SpecialistAccess[]> {
    return this.work.query(
      `select account_id as "accountId", email, specialist_id as "specialistId" from specialist_accounts`,
    );
  }

  /** Records under the import what it changed in the roles of accounts. */
  async note(importId: ImportId, changes: readonly AccessChange[]): Promise<void> {
    await this.work.query(
      `insert into import_changes (committee_id, import_id, seq, table_name, key, before, after)
       select current_committee(), $1, coalesce((select max(seq) from import_changes where import_id = $1), 0) + n, '${TABLE}',
         c - 'before' - 'after', nullif(c -> 'before', 'null'), nullif(c -> 'after', 'null')
       from jsonb_array_elements($2) with ordinality as given (c, n)`,
      [importId, JSON.stringify(changes)],
    );
  }

  noted(importId: ImportId): Promise<AccessChange[]> {
    return this.work.query(
      `select key ->> 'accountId' as "accountId", key ->> 'email' as email, key ->> 'name' as name,
         before #>> '{}' as before, after #>> '{}' as after
       from import_changes where import_id = $1 and table_name = '${TABLE}' order by seq`,
      [importId],
    );
  }
}
