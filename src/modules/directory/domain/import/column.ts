import type { CellFormat, CellValue } from '../../../../kernel/workbook.ts';
import type { WeightedCode } from './list-readers.ts';
import type { CellReader } from './reading.ts';

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

/** What is known of the rows of another sheet. */
export interface KnownRows {
  /** Whether any of them is called so. */
  knows(item: string): boolean;
  /** The code of the one that is called so; whoever is asked notes what cannot be found. */
  codeOf(item: string): string;
}

/** How rows of another sheet stand in a value: which they are, and the value with the code of each. */
export interface Reference<T> {
  readonly table: TableName;
  /** Whether one cell can name several rows. */
  readonly several: boolean;
  replace(value: T, rows: KnownRows): T;
}

export interface ColumnFacts {
  readonly header: Bilingual;
  /** Further headers that are understood; case, diacritics and punctuation never matter. */
  readonly aliases?: readonly string[];
  /** One sentence for whoever fills the column. */
  readonly help: Bilingual;
  readonly format?: CellFormat;
  /** What is said of an empty cell of a required column, where it is more than that it must be filled. */
  readonly whenMissing?: 'mail_missing';
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

/** Cells of one row by the keys of its columns, and `note`. */
export type RowContent = Readonly<Record<string, CellValue>>;

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
    reference: {
      table,
      several: false,
      replace: (value, rows) => (value === null ? value : (rows.codeOf(value) as T)),
    },
  };
}

export function refersToEach(table: TableName, column: Column<WeightedCode[]>): Column<WeightedCode[]> {
  const replace = (value: WeightedCode[], rows: KnownRows) =>
    value.flatMap(({ pieces, ...item }) =>
      (pieces === undefined || rows.knows(item.code) ? [item] : pieces).map(({ code, weight }) => ({
        code: rows.codeOf(code),
        weight,
      })),
    );
  return { ...column, reference: { table, several: true, replace } };
}

/** The columns that hold days. */
export function dayKeys(columns: Columns): string[] {
  return Object.entries(columns).flatMap(([key, { format }]) => (format === 'day' ? [key] : []));
}
