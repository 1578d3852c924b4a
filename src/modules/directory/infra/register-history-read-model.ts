import { Injectable } from '@nestjs/common';
import type { ErrorParams } from '../../../kernel/domain-error.ts';
import type {} from '../../../kernel/edit.ts';
import { type Id, type Ref, isId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { HistoryReadModel } from '../../audit/index.ts';
import { type ImportTable, type Row, tableFacts } from '../domain/changes/import-tables.ts';
import { type ToldChange, toldChanges } from '../domain/changes/told-changes.ts';
import { isActive } from '../domain/changes/compare-rows.ts';
import { REGISTER_FACTS, type Register } from '../domain/register/register.ts';

/** One change of an entry, by whomever and by whatever way. */
export interface ThingChange {
  readonly importId: Ref<'Import'>;
  readonly at: Date;
  /** Null where a program made it. */
  readonly by: string | null;
  /** On whose behalf; null for their own. */
  readonly onBehalfOf: string | null;
  /** The file that it came with; null for a change on a page. */
  readonly fileName: string | null;
  readonly isTakenBack: boolean;
  readonly outcome: 'added' | 'changed' | 'retired' | 'back' | 'removed';
  readonly fields: ToldChange['fields'];
}

interface ChangeRow {
  readonly importId: Ref<'Import'>;
  readonly at: Date;
  readonly by: string | null;
  readonly fileName: string | null;
  readonly isTakenBack: boolean;
  readonly table: ImportTable;
  readonly before: Row | null;
  readonly after: Row | null;
}

type Edit = ErrorParams['edit.stale'];

const COMMITTED = 'import.committed';

/** Reads the history of an entry of a register, newest first. */
@Injectable()
export class RegisterHistoryReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly history: HistoryReadModel,
  ) {}

  list(register: Register, address: string, limit: number): Promise<ThingChange[]> {
    return this.work.run(async () => {
      const rows = await this.rows(register, address, limit);
      const codes = await this.codes(rows);
      const principals = await this.principals(register, address, rows);
      return this.joined(register, rows, codes).map((change) => ({
        ...change,
        onBehalfOf: principals.get(change.importId) ?? null,
      }));
    });
  }

  /** Who changed it last, and when in the committee's local time. */
  async last(register: Register, address: string): Promise<Edit | null> {
    const [row] = await this.work.query<{ importId: Ref<'Import'>; by: string | null; at: string | null }>(
      `select i.id as "importId", a.name as by, to_char(i.committed_at at time zone committee_zone(), 'HH24:MI, DD/MM/YYYY') as at
       from import_changes c join imports i on i.id = c.import_id left join account_names a on a.id = i.made_by
       where c.table_name = $1 and c.key = $2
         or c.table_name = 'organisation_versions' and c.key ->> 'organisation_id' = $2 ->> 'id'
       order by i.committed_at desc, i.id desc limit 1`,
      [REGISTER_FACTS[register].table, keyOf(register, address)],
    );
    if (!row) return null;
    const { importId, by, at } = row;
    const principals = await this.principals(register, address, [row]);
    return { by, at, onBehalfOf: principals.get(importId) ?? null };
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

  /**
   * On whose behalf changes were made, by import. The trail records an imported file under its import, and a change on
   * a page under the entry.
   */
  private async principals(
    register: Register,
    address: string,
    rows: readonly Pick<ChangeRow, 'importId'>[],
  ): Promise<ReadonlyMap<string, string>> {
    const ofFiles = await this.history.principals('import', [...new Set(rows.map((row) => row.importId))], COMMITTED);
    const ofPages = (await this.history.list({ kind: register, id: address }, rows.length)).flatMap(
      ({ onBehalfOf, details }) =>
        onBehalfOf !== null && typeof details?.['importId'] === 'string'
          ? [[details['importId'], onBehalfOf] as const]
          : [],
    );
    return new Map([...ofFiles, ...ofPages]);
  }

  /** Codes of what the changes refer to. */
  private async codes(changes: readonly ChangeRow[]): Promise<ReadonlyMap<string, string>> {
    const values = changes.flatMap(({ before, after }) => [before, after].flatMap((row) => Object.values(row ?? {})));
    const ids = [...new Set(values.filter((value): value is string => typeof value === 'string' && isId(value)))];
    const rows = await this.work.query<{
      id: Id<'Organisation' | 'Department' | 'Branch' | 'Specialist'>;
      code: string;
    }>(
      `select id, code from organisations where id = any($1::uuid[])
       union all select id, code from departments where id = any($1::uuid[])
       union all select id, code from branches where id = any($1::uuid[])
       union all select id, code from specialists where id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, code }) => [id, code]));
  }

  /** Rows of one import are joined into one change, because an organisation is its row and its names. */
  private joined(
    register: Register,
    rows: readonly ChangeRow[],
    codes: ReadonlyMap<string, string>,
  ): Omit<ThingChange, 'onBehalfOf'>[] {
    const byImport = new Map<string, ChangeRow[]>();
    for (const row of rows) byImport.set(row.importId, [...(byImport.get(row.importId) ?? []), row]);
    return Array.from(byImport.values(), (own): Omit<ThingChange, 'onBehalfOf'> => {
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

/** The key of a row in the form in which import_changes stores it. */
function keyOf(register: Register, address: string): Readonly<Record<string, string>> {
  const { key } = tableFacts(REGISTER_FACTS[register].table);
  const parts = key.length === 1 ? [address] : address.split('.');
  return Object.fromEntries(key.map((column, index) => [column, parts[index] ?? '']));
}
