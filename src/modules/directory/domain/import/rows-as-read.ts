import type { TableName } from './column.ts';
import { TABLE_NAMES } from './format.ts';
import type { ReadSheets } from './parse-district.ts';

/** A row of a sheet by column key; cells that could not be read are missing. */
export type ReadRow = { readonly row: number } & Readonly<Record<string, unknown>>;

export type ReadRows = Readonly<Record<TableName, readonly ReadRow[]>> & {
  /** Null where the committee's sheet has faults. */
  readonly committee: Readonly<Record<string, unknown>> | null;
};

/** What was read of a file, faulty rows included, with codes in place of names. */
export function rowsAsRead({ tables, committee }: Pick<ReadSheets, 'tables' | 'committee'>): ReadRows {
  const rows = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, (tables[name]?.rows ?? []).map(({ row, values }) => ({ row, ...values }))]),
  ) as Record<TableName, ReadRow[]>;
  return { committee, ...rows };
}
