import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { type ImportTable, type Row, tableFacts } from '../domain/changes/import-tables.ts';
import { type ToldChange, toldChanges } from '../domain/changes/told-changes.ts';
import { isActive } from '../domain/changes/compare-rows.ts';
import { REGISTER_FACTS, type Register } from '../domain/register/register.ts';

/** One change of a thing, whoever made it and by whatever way. */
export interface ThingChange {
  readonly importId: string;
  readonly at: Date;
  /** Null where a machine made it. */
  readonly by: string | null;
  /** The file that it came with; null where it was made on a page. */
  readonly fileName: string | null;
  readonly isTakenBack: boolean;
  readonly outcome: 'added' | 'changed' | 'retired' | 'back' | 'removed';
  readonly fields: ToldChange['fields'];
}

interface ChangeRow {
  readonly importId: string;
  readonly at: Date;
  readonly by: string | null;
  readonly fileName: string | null;
  readonly isTakenBack: boolean;
  readonly table: ImportTable;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Reads what has become of one thing of a register, the newest first. */
@Injectable()
export class RegisterHistoryReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  list(register: Register, address: string, limit: number): Promise<ThingChange[]> {
    return this.work.run(async () => {
      const rows = await this.rows(register, address, limit);
      const codes = await this.codes();
      return this.joined(register, rows, codes);
    });
  }

  /** Who changed it last, and when in the committee's own time. */
  async last(register: Register, address: string): Promise<{ by: string | null; at: string | null } | null> {
    const [row] = await this.work.query<{ by: string | null; at: string | null }>(
      `select a.name as by, to_char(i.committed_at at time zone committee_zone(), 'HH24:MI, DD/MM/YYYY') as at
       from import_changes c join imports i on i.id = c.import_id left join account_names a on a.id = i.made_by
       where c.table_name = $1 and c.key = $2
         or c.table_name = 'organisation_versions' and c.key ->> 'organisation_id' = $2 ->> 'id'
       order by i.committed_at desc, i.id desc limit 1`,
      [REGISTER_FACTS[register].table, keyOf(register, address)],
    );
    return row ?? null;
  }

  private rows(register: Register, address: string, limit: number): Promise<ChangeRow[]> {
    return this.work.query<ChangeRow>(
      `select i.id as "importId", i.committed_at as at, a.name as by, i.state = 'taken_back' as "isTakenBack",
         case when i.source = 'file' then i.file_name end as "fileName", c.table_name as table, c.before, c.after
       from import_changes c join imports i on i.id = c.import_id left join account_names a on a.id = i.made_by
       where i.committed_at is not null and (c.table_name = $1 and c.key = $2
         or c.table_name = 'organisation_versions' and c.key ->> 'organisation_id' = $2 ->> 'id')
       order by i.committed_at desc, i.id desc, c.seq limit $3`,
      [REGISTER_FACTS[register].table, keyOf(register, address), limit],
    );
  }

  private async codes(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.work.query<{ id: string; code: string }>(
      `select id, code from organisations union all select id, code from departments
       union all select id, code from branches union all select id, code from specialists`,
    );
    return new Map(rows.map(({ id, code }) => [id, code]));
  }

  /** Rows of one import are one change: an organisation is its row and its names. */
  private joined(register: Register, rows: readonly ChangeRow[], codes: ReadonlyMap<string, string>): ThingChange[] {
    const byImport = new Map<string, ChangeRow[]>();
    for (const row of rows) byImport.set(row.importId, [...(byImport.get(row.importId) ?? []), row]);
    return Array.from(byImport.values(), (own): ThingChange => {
      const [first] = own;
      const changes = own.map(({ table, before, after }) => ({ table, before, after, subject: '' }));
      const [told] = toldChanges({ changes, codes });
      const main = own.find(({ table }) => table === REGISTER_FACTS[register].table);
      return {
        importId: first?.importId ?? '',
        at: first?.at ?? new Date(0),
        by: first?.by ?? null,
        fileName: first?.fileName ?? null,
        isTakenBack: first?.isTakenBack ?? false,
        outcome: main === undefined ? 'changed' : outcomeOf(main),
        fields: told?.fields ?? [],
      };
    });
  }
}

function outcomeOf({ before, after }: ChangeRow): ThingChange['outcome'] {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  if (isActive(before) === isActive(after)) return 'changed';
  return isActive(after) ? 'back' : 'retired';
}

/** As import_changes writes the key of a row. */
function keyOf(register: Register, address: string): Readonly<Record<string, string>> {
  const { key } = tableFacts(REGISTER_FACTS[register].table);
  const parts = key.length === 1 ? [address] : address.split('.');
  return Object.fromEntries(key.map((column, index) => [column, parts[index] ?? '']));
}
