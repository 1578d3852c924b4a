import type { CellFormat } from '../../../../kernel/workbook.ts';
import type { CellReader, WeightedCode } from './cell-readers.ts';

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** Sheets that others refer to by code. */
export type TableName =
  | 'fields'
  | 'branchTypes'
  | 'organisations'
  | 'departments'
  | 'branches'
  | 'specialists'
  | 'absences'
  | 'conflicts'
  | 'holidays'
  | 'visits'
  | 'findings';

/** How codes of another sheet stand in a value: which they are, and the value with each one replaced. */
export interface Reference<T> {
  readonly table: TableName;
  /** Whether one cell can name several rows. */
  readonly several: boolean;
  replace(value: T, by: (code: string) => string): T;
}

export interface ColumnFacts {
  readonly header: Bilingual;
  /** Further headers that are understood; case, diacritics and punctuation never matter. */
  readonly aliases?: readonly string[];
  /** One sentence for whoever fills the column. */
  readonly help: Bilingual;
  readonly format?: CellFormat;
  /** In characters. */
  readonly width?: number;
  /** What the template offers to choose from. */
  readonly offers?: { readonly vi: readonly string[]; readonly en: readonly string[] };
}

export interface Column<T> extends ColumnFacts {
  readonly required: boolean;
  readonly read: CellReader<T>;
  readonly whenEmpty: T;
  readonly reference?: Reference<T>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a column of any value; inference gives it back
export type Columns = Readonly<Record<string, Column<any>>>;

/** What a row of these columns is once it has been read. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** Never empty: the row has a fault otherwise. */
export function required<T>(read: CellReader<T>, facts: ColumnFacts): Column<T> {
  return { ...facts, read, required: true, whenEmpty: undefined as never };
}

export function optional<T>(read: CellReader<T>, facts: ColumnFacts): Column<T | null> {
  return { ...facts, read, required: false, whenEmpty: null };
}

export function withDefault<T>(read: CellReader<T>, whenEmpty: NoInfer<T>, facts: ColumnFacts): Column<T> {
  return { ...facts, read, required: false, whenEmpty };
}

export function refersTo<T extends string | null>(table: TableName, column: Column<T>): Column<T> {
  return {
    ...column,
    reference: { table, several: false, replace: (value, by) => (value === null ? value : (by(value) as T)) },
  };
}

export function refersToEach(table: TableName, column: Column<WeightedCode[]>): Column<WeightedCode[]> {
  const replace = (value: WeightedCode[], by: (code: string) => string) =>
    value.map((item) => ({ ...item, code: by(item.code) }));
  return { ...column, reference: { table, several: true, replace } };
}

/** The columns that hold days. */
export function dayKeys(columns: Columns): string[] {
  return Object.entries(columns).flatMap(([key, { format }]) => (format === 'day' ? [key] : []));
}
